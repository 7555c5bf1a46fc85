package viewstream.ingestion.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key of pseudonyms.
 *
 * @param pseudonym turns user ids into viewer ids; whoever changes it makes every viewer a new one
 */
@ConfigurationProperties("viewstream.keys")
record PrivacyProperties(@DefaultValue("") String pseudonym) {
  private static final int SHORTEST = 16;

  PrivacyProperties {
    if (pseudonym.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "Set VIEWSTREAM_KEYS_PSEUDONYM to a secret of at least 16 characters, the same on every"
              + " instance and for ever: viewers are counted by it");
    }
  }
}
