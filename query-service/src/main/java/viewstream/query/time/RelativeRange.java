package viewstream.query.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ranges that {@code timeRange} can name; all of them end now. */
public enum RelativeRange {
  HOUR("1h", ChronoUnit.HOURS, 1),
  DAY("24h", ChronoUnit.HOURS, 24),
  WEEK("7d", ChronoUnit.DAYS, 7),
  FOUR_WEEKS("28d", ChronoUnit.DAYS, 28),
  QUARTER("90d", ChronoUnit.DAYS, 90),
  YEAR("365d", ChronoUnit.DAYS, 365),
  LIFETIME("lifetime", ChronoUnit.FOREVER, 1);

  private final String label;
  private final ChronoUnit unit;
  private final int count;

  RelativeRange(String label, ChronoUnit unit, int count) {
    this.label = label;
    this.unit = unit;
    this.count = count;
  }

  /** As it is written in a request. */
  public String label() {
    return label;
  }

  /** All labels, for messages. */
  static String labels() {
    return Arrays.stream(values()).map(RelativeRange::label).collect(Collectors.joining(", "));
  }

  static Optional<RelativeRange> of(String label) {
    return Arrays.stream(values()).filter(range -> range.label.equals(label)).findFirst();
  }

  /** Labels of those that are calendar days, for messages. */
  static String dayLabels() {
    return Arrays.stream(values())
        .filter(RelativeRange::isDays)
        .map(RelativeRange::label)
        .collect(Collectors.joining(", "));
  }

  /** Whether it is made of calendar days. */
  boolean isDays() {
    return unit == ChronoUnit.DAYS;
  }

  /** The days of such a range, and as many before. */
  Period periodUntil(Instant now, ZoneId zone) {
    return Period.of(label, count, now, zone);
  }

  /** Hours are counted back from now; days are calendar days of the zone, today included. */
  TimeRange until(Instant now, ZoneId zone, LocalDate lifetimeStart) {
    Instant from =
        switch (unit) {
          case HOURS -> now.minus(count, ChronoUnit.HOURS);
          case DAYS ->
              LocalDate.ofInstant(now, zone).minusDays(count - 1).atStartOfDay(zone).toInstant();
          default -> lifetimeStart.atStartOfDay(zone).toInstant();
        };
    return new TimeRange(label, from, now, zone);
  }
}
