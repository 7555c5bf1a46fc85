package viewstream.query.cache;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import viewstream.query.freshness.Freshness;

/**
 * A finished reply.
 *
 * @param channelId whose figures these are; null if nobody owns them: the video is not in the
 *     catalogue, or they are public
 * @param freshness how new they are
 * @param body a JSON object without its freshness, in UTF-8; shared, so never to be changed
 */
public record Reply(@Nullable String channelId, Freshness freshness, byte[] body) {
  /** The time since it was computed, not negative. */
  public Duration age(Instant now) {
    Duration age = Duration.between(freshness.generatedAt(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
