package viewstream.query.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time that is asked for: whole minutes, from inclusive, to exclusive.
 *
 * @param label how it was asked for; equal labels in one zone share a cached reply
 * @param from floored to the minute
 * @param to raised to the minute, for figures are kept by the minute
 * @param zone where its days begin
 */
public record TimeRange(String label, Instant from, Instant to, ZoneId zone) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  public TimeRange {
    from = from.truncatedTo(ChronoUnit.MINUTES);
    to = ceiling(to);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from " + from + " must be before to " + to);
    }
  }

  private static Instant ceiling(Instant instant) {
    Instant floor = instant.truncatedTo(ChronoUnit.MINUTES);
    return floor.equals(instant) ? floor : floor.plus(MINUTE);
  }
}
