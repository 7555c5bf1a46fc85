package viewstream.ingestion.privacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Derives everything private from the one key. */
@Configuration
class PrivacyConfiguration {
  @Bean
  Pseudonyms pseudonyms(PrivacyProperties properties) {
    return new Pseudonyms(properties.pseudonym());
  }

  @Bean
  PayloadCipher payloadCipher(PrivacyProperties properties) {
    return new PayloadCipher(properties.pseudonym());
  }
}
