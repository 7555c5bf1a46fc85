package viewstream.query.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import viewstream.schema.redis.RedisKeys;
import viewstream.stack.Part;
import viewstream.stack.Servers;

/** What is answered while a store is away, and that all is well again when it is back. */
@OnRealStores
class OutageIT {
  private static final String TOKEN = Tokens.creator("outage");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant MINUTE = Instant.now().minusSeconds(60);

  private final Stores stores = Stores.shared();
  private final Servers servers = stores.servers();

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  private Api api;

  @BeforeEach
  void warmUp() {
    api = new Api(port);
    stores.catalogue("seen", "outage");
    stores.catalogue("never", "outage");
    stores.views("seen", MINUTE, 3);
    stores.reportProgress();
    await().atMost(PATIENCE).until(() -> health().status() == 200);
  }

  @AfterEach
  void repair() {
    for (Part part : new Part[] {Part.CLICKHOUSE, Part.REDIS}) {
      if (!servers.isHealthy(part)) {
        servers.startAgain(part);
        servers.awaitHealthy(part);
      }
    }
  }

  @Test
  void ofClickHouseLeavesTheLastGoodAnswer() {
    assertThat(video("seen").at("/freshness/delayed").asBoolean()).isFalse();
    assertThat(isDelayed(dashboard())).isFalse();
    assertThat(isDelayed(trending())).isFalse();

    servers.stop(Part.CLICKHOUSE);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(video("seen").at("/freshness/delayed").asBoolean()).isTrue());
    Api.Answer stale = video("seen");
    assertThat(stale.status()).isEqualTo(200);
    assertThat(stale.at("/metrics/views").asLong()).isEqualTo(3);
    assertThat(Long.parseLong(stale.header("Age"))).isPositive();

    await().atMost(PATIENCE).until(() -> isDelayed(dashboard()));
    assertThat(dashboard().at("/total_views").asLong()).isEqualTo(3);
    await().atMost(PATIENCE).until(() -> isDelayed(trending()));
    assertThat(trending().status()).isEqualTo(200);

    Api.Answer none = video("never");
    assertThat(none.problem()).isEqualTo("503 unavailable");
    assertThat(none.header("Retry-After")).isNotEmpty();
    assertThat(health().status()).as("still in service").isEqualTo(200);
    assertThat(health().at("/components/stores/details/clickhouse").asString()).contains("away");

    servers.startAgain(Part.CLICKHOUSE);
    servers.awaitHealthy(Part.CLICKHOUSE);
    await().atMost(PATIENCE).until(() -> video("never").status() == 200);
    await().atMost(PATIENCE).until(() -> !isDelayed(video("seen")));
  }

  @Test
  void ofRedisIsHardlyNoticed() {
    stores.redis().hset(RedisKeys.views("seen"), Map.of("base", "3", "base_day", "2026-01-01"));
    assertThat(counter("seen").at("/views").asLong()).isEqualTo(3);

    servers.stop(Part.REDIS);

    Api.Answer cold = api.get("/api/v1/analytics/video/seen?timeRange=28d&tz=Asia/Tokyo", TOKEN);
    assertThat(cold.status()).isEqualTo(200);
    assertThat(cold.at("/metrics/views").asLong()).isEqualTo(3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(counter("seen").at("/views").asLong()).isEqualTo(3));

    servers.startAgain(Part.REDIS);
    servers.awaitHealthy(Part.REDIS);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              stores.reportProgress();
              assertThat(isDelayed(counter("seen"))).isFalse();
            });
  }

  private static boolean isDelayed(Api.Answer answer) {
    return answer.at("/freshness/delayed").asBoolean();
  }

  private Api.Answer video(String videoId) {
    stores.reportProgress();
    return api.get("/api/v1/analytics/video/" + videoId + "?timeRange=1h", TOKEN);
  }

  private Api.Answer dashboard() {
    return api.get("/api/v1/analytics/creator/outage?period=7d", TOKEN);
  }

  private Api.Answer trending() {
    return api.get("/api/v1/analytics/trending?region=QO");
  }

  private Api.Answer counter(String videoId) {
    return api.get("/api/v1/videos/" + videoId + "/views");
  }

  private Api.Answer health() {
    return new Api(managementPort).get("/actuator/health/readiness");
  }
}
