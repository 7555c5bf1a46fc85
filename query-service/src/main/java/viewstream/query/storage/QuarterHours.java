package viewstream.query.storage;

import java.time.Duration;
import java.time.Instant;
import viewstream.query.time.TimeRange;

/**
 * A range taken apart into whole quarter hours and the ends that cut one.
 *
 * @param from start of the range
 * @param wholeFrom start of the whole quarter hours
 * @param wholeTo their end; equal to {@code wholeFrom} if there are none
 * @param to end of the range
 */
record QuarterHours(Instant from, Instant wholeFrom, Instant wholeTo, Instant to) {
  private static final long SECONDS = Duration.ofMinutes(15).toSeconds();

  static QuarterHours of(TimeRange range) {
    long from = range.from().getEpochSecond();
    long to = range.to().getEpochSecond();
    long first = Math.ceilDiv(from, SECONDS) * SECONDS;
    long last = Math.floorDiv(to, SECONDS) * SECONDS;
    if (first > last) {
      // Within one quarter hour: the first end is all there is.
      return new QuarterHours(range.from(), range.to(), range.to(), range.to());
    }
    return new QuarterHours(
        range.from(), Instant.ofEpochSecond(first), Instant.ofEpochSecond(last), range.to());
  }
}
