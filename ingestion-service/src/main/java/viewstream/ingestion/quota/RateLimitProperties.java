package viewstream.ingestion.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one address may send with public keys or without; generous, for behind one address may
 * be a whole town. What a key may send is said by the key.
 *
 * @param eventsPerSecond of one address in the long run
 * @param burst events of one address at once after a quiet time
 * @param addresses remembered at a time; who is forgotten begins anew
 */
@ConfigurationProperties("viewstream.rate-limit")
record RateLimitProperties(
    @DefaultValue("5000") long eventsPerSecond,
    @DefaultValue("50000") long burst,
    @DefaultValue("100000") int addresses) {
  RateLimitProperties {
    if (addresses < 1) {
      throw new IllegalArgumentException(
          "viewstream.rate-limit.addresses must be at least 1, is " + addresses);
    }
  }
}
