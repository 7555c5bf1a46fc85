package viewstream.ingestion.enrichment;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Holds readiness back until user agents can be told apart. */
@Component
class UserAgentsHealthIndicator implements HealthIndicator {
  private final UserAgents userAgents;

  UserAgentsHealthIndicator(UserAgents userAgents) {
    this.userAgents = userAgents;
  }

  @Override
  public Health health() {
    return userAgents.ready()
        ? Health.up().build()
        : Health.outOfService().withDetail("waiting for", "user agent parser").build();
  }
}
