package viewstream.query.freshness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a range were read from.
 *
 * @param source the rollup, the live figures or both
 * @param gap when the first views were that neither of them has any more, null if there are none:
 *     the live figures were dropped by age before the day was rolled
 */
public record Coverage(Source source, @Nullable Instant gap) {
  /**
   * The log time up to which an answer holds all events, if its stream has come to {@code time}.
   */
  public @Nullable Instant through(@Nullable Instant time) {
    return gap != null && time != null && gap.isBefore(time) ? gap : time;
  }
}
