package viewstream.ingestion.warnings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is remembered of rejected events.
 *
 * @param groups of key, reason and field at most, about 2 KB each; the rarest are forgotten first
 */
@ConfigurationProperties("viewstream.warnings")
record WarningProperties(@DefaultValue("10000") int groups) {
  WarningProperties {
    if (groups < 1) {
      throw new IllegalArgumentException(
          "viewstream.warnings.groups must be at least 1, is " + groups);
    }
  }
}
