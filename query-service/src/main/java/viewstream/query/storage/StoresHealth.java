package viewstream.query.storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import viewstream.query.http.UnavailableException;

/**
 * Readiness: whether both stores have been reached since the start. One that goes away later does
 * not take the instance out of service, because it still answers, stale, and says so; the details
 * show it.
 */
@Component("stores")
final class StoresHealth implements HealthIndicator {
  private final ClickHouse clickHouse;
  private final Redis redis;

  /** Set once and never cleared. */
  private volatile boolean reached;

  StoresHealth(ClickHouse clickHouse, Redis redis) {
    this.clickHouse = clickHouse;
    this.redis = redis;
  }

  @Override
  public Health health() {
    boolean clickHouseReady = clickHouse.isReady();
    boolean redisReady = redisReady();
    if (clickHouseReady && redisReady) {
      reached = true;
    }
    return (reached ? Health.up() : Health.outOfService())
        .withDetail("clickhouse", clickHouseReady ? "ready" : "away, or its tables are missing")
        .withDetail("redis", redisReady ? "ready" : "away")
        .build();
  }

  private boolean redisReady() {
    try {
      redis.call(commands -> commands.ping());
      return true;
    } catch (UnavailableException away) {
      return false;
    }
  }
}
