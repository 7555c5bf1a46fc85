package viewstream.query.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

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
  private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

  public TimeRange {
    from = floor(from, MINUTE);
    to = ceiling(to, MINUTE);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from " + from + " must be before to " + to);
    }
  }

  /** This range, its ends moved out to quarter hours where they lie before a time. */
  TimeRange byQuarterHourBefore(Instant time) {
    Instant wholeFrom = from.isBefore(time) ? floor(from, QUARTER_HOUR) : from;
    Instant wholeTo = to.isBefore(time) ? ceiling(to, QUARTER_HOUR) : to;
    return new TimeRange(label, wholeFrom, wholeTo, zone);
  }

  private static Instant floor(Instant instant, Duration unit) {
    long seconds = unit.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }

  private static Instant ceiling(Instant instant, Duration unit) {
    Instant floor = floor(instant, unit);
    return floor.equals(instant) ? floor : floor.plus(unit);
  }
}
