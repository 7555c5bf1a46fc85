package viewstream.ingestion.publish;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells whether records are taken; the spool is good enough. */
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
        : Health.outOfService()
            .withDetail("waiting for", "Kafka and schema registry, or room in the spool")
            .build();
  }
}
