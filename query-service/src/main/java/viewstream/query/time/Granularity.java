package viewstream.query.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of a time series. Days and longer begin at local midnight; weeks are ISO weeks. */
public enum Granularity {
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS),
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS);

  private final ChronoUnit unit;

  Granularity(ChronoUnit unit) {
    this.unit = unit;
  }

  /** As it is written in requests and replies. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All labels, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(Granularity::label).collect(Collectors.joining(", "));
  }

  /** The granularity of that label, if there is one. */
  public static Optional<Granularity> of(String label) {
    return Arrays.stream(values()).filter(step -> step.label().equals(label)).findFirst();
  }

  /** What a range is shown in unless asked otherwise: about 25 to 100 points. */
  public static Granularity fitting(TimeRange range) {
    Duration length = Duration.between(range.from(), range.to());
    if (length.compareTo(Duration.ofHours(2)) < 0) {
      return MINUTE;
    }
    if (length.compareTo(Duration.ofHours(49)) < 0) {
      return HOUR;
    }
    return length.toDays() <= 400 ? DAY : MONTH;
  }

  /** The start of the step that {@code time} falls into. */
  ZonedDateTime floor(ZonedDateTime time) {
    return switch (this) {
      case MINUTE, HOUR -> time.truncatedTo(unit);
      case DAY -> startOfDay(time);
      case WEEK -> startOfDay(time.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> startOfDay(time.withDayOfMonth(1));
    };
  }

  /**
   * The start of the step after the one that starts at {@code start}. Flooring again keeps days at
   * midnight and hours at full hours after the clocks were changed; where that would not get ahead
   * (a change by half an hour), the plain step does.
   */
  ZonedDateTime next(ZonedDateTime start) {
    ZonedDateTime next = start.plus(1, unit);
    ZonedDateTime floored = floor(next);
    return floored.isAfter(start) ? floored : next;
  }

  private static ZonedDateTime startOfDay(ZonedDateTime time) {
    return time.toLocalDate().atStartOfDay(time.getZone());
  }
}
