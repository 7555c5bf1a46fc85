package viewstream.ingestion.spool;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import viewstream.ingestion.metrics.IngestionMetrics;

@Configuration
class SpoolConfiguration {
  @Bean
  Spool spool(SpoolProperties properties, Clock clock, IngestionMetrics metrics) {
    Spool spool = Spool.open(properties, clock);
    metrics.spooled(spool::bytes, spool::records, spool::age, spool::damagedFrames);
    return spool;
  }
}
