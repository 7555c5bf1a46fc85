package viewstream.ingestion.enrichment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How user agents are read.
 *
 * @param cacheSize user agents remembered
 * @param maxParsesPerSecond user agents not remembered that are worked out in a second, half a
 *     millisecond each; those beyond are {@code unknown}
 */
@ConfigurationProperties("viewstream.user-agents")
public record UserAgentProperties(
    @DefaultValue("20000") int cacheSize, @DefaultValue("200") int maxParsesPerSecond) {
  public UserAgentProperties {
    if (cacheSize < 1) {
      throw new IllegalArgumentException(
          "viewstream.user-agents.cache-size must be at least 1, is " + cacheSize);
    }
    if (maxParsesPerSecond < 1) {
      throw new IllegalArgumentException(
          "viewstream.user-agents.max-parses-per-second must be at least 1, is "
              + maxParsesPerSecond);
    }
  }
}
