package viewstream.ingestion.publish;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Holds readiness back until records can be published. */
@Component
class PublisherHealthIndicator implements HealthIndicator {
  private final Publisher publisher;

  PublisherHealthIndicator(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public Health health() {
    return publisher.ready()
        ? Health.up().build()
        : Health.outOfService().withDetail("waiting for", "Kafka and schema registry").build();
  }
}
