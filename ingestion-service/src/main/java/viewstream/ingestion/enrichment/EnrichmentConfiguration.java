package viewstream.ingestion.enrichment;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import viewstream.ingestion.databases.Databases;
import viewstream.ingestion.metrics.IngestionMetrics;

/** Loads, in the background, what enrichment looks things up in. */
@Configuration
class EnrichmentConfiguration {
  @Bean(initMethod = "start")
  UserAgents userAgents(
      UserAgentProperties properties, Databases databases, IngestionMetrics metrics, Clock clock) {
    return new UserAgents(properties, databases, metrics, clock);
  }
}
