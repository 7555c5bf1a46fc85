package viewstream.ingestion.keys;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that callers present.
 *
 * @param anonymousIngest events are taken without a key, too
 * @param keys the keys
 */
@ConfigurationProperties("viewstream")
record KeyProperties(@DefaultValue("false") boolean anonymousIngest, @DefaultValue Static keys) {
  /**
   * Keys that stand in the configuration.
   *
   * @param write public keys of players
   * @param secret keys of servers
   * @param origins sites that may use the write keys, such as {@code https://example.org}; none
   *     means all
   * @param snapshot file that keeps the keys of Kafka for a start without it
   */
  record Static(
      @DefaultValue List<String> write,
      @DefaultValue List<String> secret,
      @DefaultValue List<String> origins,
      @DefaultValue("keys.avro") Path snapshot) {
    Static {
      write = given(write);
      secret = given(secret);
      origins = given(origins);
      if (write.stream().anyMatch(secret::contains)) {
        throw new IllegalArgumentException(
            "VIEWSTREAM_KEYS_WRITE and VIEWSTREAM_KEYS_SECRET must differ: write keys are public");
      }
    }

    private static List<String> given(List<String> values) {
      return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
    }
  }
}
