package viewstream.ingestion.keys;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Holds readiness back until keys are known, from Kafka or from the last run. */
@Component
class KeysHealthIndicator implements HealthIndicator {
  private final KeyDirectory directory;

  KeysHealthIndicator(KeyDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Health health() {
    return directory.ready()
        ? Health.up().build()
        : Health.outOfService().withDetail("waiting for", "keys").build();
  }
}
