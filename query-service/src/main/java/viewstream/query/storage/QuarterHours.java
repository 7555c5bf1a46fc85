package viewstream.query.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import viewstream.query.time.Steps;
import viewstream.query.time.TimeRange;

/**
 * A range taken apart into whole quarter hours and the ends that cut one. Where steps cut quarter
 * hours within the range there are no whole ones, and the first end is all there is.
 *
 * @param from start of the range
 * @param wholeFrom start of the whole quarter hours
 * @param wholeTo their end; equal to {@code wholeFrom} if there are none
 * @param to end of the range
 */
record QuarterHours(Instant from, Instant wholeFrom, Instant wholeTo, Instant to) {
  private static final long SECONDS = Duration.ofMinutes(15).toSeconds();
  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  static QuarterHours of(TimeRange range, Steps steps) {
    long first = Math.ceilDiv(range.from().getEpochSecond(), SECONDS) * SECONDS;
    long last = Math.floorDiv(range.to().getEpochSecond(), SECONDS) * SECONDS;
    if (first > last || !steps.starts().stream().skip(1).allMatch(QuarterHours::isStart)) {
      return new QuarterHours(range.from(), range.to(), range.to(), range.to());
    }
    return new QuarterHours(
        range.from(), Instant.ofEpochSecond(first), Instant.ofEpochSecond(last), range.to());
  }

  /** Whether there is nothing but whole quarter hours. */
  boolean areAll() {
    return from.equals(wholeFrom) && wholeTo.equals(to);
  }

  /** The UTC days that they touch. */
  long days() {
    return endDay() - startDay();
  }

  /** The first of these days, since 1970-01-01. */
  long startDay() {
    return Math.floorDiv(wholeFrom.getEpochSecond(), DAY_SECONDS);
  }

  /** The day after the last of them. */
  long endDay() {
    return wholeFrom.equals(wholeTo)
        ? startDay()
        : Math.ceilDiv(wholeTo.getEpochSecond(), DAY_SECONDS);
  }

  /** Whether there is a whole UTC day that no step cuts. */
  boolean holdWholeDay(Steps steps) {
    List<Instant> cuts = new ArrayList<>(steps.starts());
    cuts.add(to);
    for (int i = 1; i < cuts.size(); i++) {
      long start = Math.max(cuts.get(i - 1).getEpochSecond(), wholeFrom.getEpochSecond());
      long end = Math.min(cuts.get(i).getEpochSecond(), wholeTo.getEpochSecond());
      if (Math.ceilDiv(start, DAY_SECONDS) < Math.floorDiv(end, DAY_SECONDS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStart(Instant time) {
    return time.getEpochSecond() % SECONDS == 0;
  }
}
