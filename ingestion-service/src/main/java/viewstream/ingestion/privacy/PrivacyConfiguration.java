package viewstream.ingestion.privacy;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Derives everything private from the configured secrets. */
@Configuration
class PrivacyConfiguration {
  @Bean
  Pseudonyms pseudonyms(PrivacyProperties properties) {
    return new Pseudonyms(properties.secrets());
  }

  @Bean
  PayloadCipher payloadCipher(PrivacyProperties properties, Clock clock) {
    return new PayloadCipher(properties.secrets(), clock);
  }
}
