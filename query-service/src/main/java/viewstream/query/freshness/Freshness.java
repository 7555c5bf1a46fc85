package viewstream.query.freshness;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How new an answer is. Whether it is delayed is not part of it: that depends on when it is read.
 *
 * @param dataThrough the log time before which every acknowledged event is in the answer; null
 *     where no sink has reported one yet
 * @param generatedAt when the answer was computed
 * @param source where its figures come from
 * @param exact false if any of them is an estimate
 */
public record Freshness(
    @Nullable Instant dataThrough, Instant generatedAt, Source source, boolean exact) {
  /** Whether the answer is further behind at {@code now} than {@code bound}, or nobody knows. */
  public boolean delayed(Instant now, Duration bound) {
    return dataThrough == null || dataThrough.isBefore(now.minus(bound));
  }
}
