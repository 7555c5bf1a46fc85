package viewstream.query.time;

import static viewstream.query.http.ProblemException.invalidParameter;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.http.ProblemException;

/** Reads {@link RangeParameters}; what cannot be read is refused with the rule it breaks. */
@Component
public class TimeRanges {
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final String DEFAULT_ZONE = "UTC";
  private static final Instant EARLIEST = Instant.parse("1972-02-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final Clock clock;
  private final RangeSettings settings;

  TimeRanges(Clock clock, RangeSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * The range asked for.
   *
   * @throws ProblemException {@code invalid_parameter} if there is none
   */
  public TimeRange parse(RangeParameters asked) {
    ZoneId zone = zone(asked.tz());
    if (asked.from() != null || asked.to() != null) {
      return between(asked, zone);
    }
    String label = asked.timeRange() == null ? RelativeRange.DAY.label() : asked.timeRange();
    return RelativeRange.of(label)
        .orElseThrow(
            () -> invalidParameter("timeRange", "must be one of " + RelativeRange.labels()))
        .until(clock.instant(), zone, settings.lifetimeStart());
  }

  /**
   * The calendar days asked for, and as many before them.
   *
   * @param period a {@link RelativeRange} of days; absent → 7d
   * @param tz IANA zone; absent → UTC
   * @throws ProblemException {@code invalid_parameter} if there are none such
   */
  public Period period(@Nullable String period, @Nullable String tz) {
    String label = period == null ? RelativeRange.WEEK.label() : period;
    return RelativeRange.of(label)
        .filter(RelativeRange::isDays)
        .orElseThrow(
            () -> invalidParameter("period", "must be one of " + RelativeRange.dayLabels()))
        .periodUntil(clock.instant(), zone(tz));
  }

  /** Whether figures of all of a range are kept by the minute. */
  public boolean hasMinutes(TimeRange range) {
    return !range.from().isBefore(minutesSince());
  }

  private Instant minutesSince() {
    return clock.instant().minus(settings.minutesKept()).truncatedTo(ChronoUnit.MINUTES);
  }

  private TimeRange between(RangeParameters asked, ZoneId zone) {
    if (asked.timeRange() != null) {
      throw invalidParameter("timeRange", "cannot be combined with from and to: send one of them");
    }
    if (asked.from() == null) {
      throw invalidParameter("from", "is required where to is given");
    }
    Instant from = instant("from", asked.from(), zone);
    Instant to = asked.to() == null ? clock.instant() : instant("to", asked.to(), zone);
    if (!from.isBefore(to)) {
      throw invalidParameter("from", "must be before " + (asked.to() == null ? "now" : "to"));
    }
    String end = asked.to() == null ? "now" : to.truncatedTo(ChronoUnit.MILLIS).toString();
    return new TimeRange(from.truncatedTo(ChronoUnit.MILLIS) + "~" + end, from, to, zone)
        .byQuarterHourBefore(minutesSince());
  }

  private static ZoneId zone(@Nullable String tz) {
    String name = tz == null ? DEFAULT_ZONE : tz;
    if (!ZONES.contains(name)) {
      throw invalidParameter("tz", "must be an IANA time zone such as Europe/Berlin");
    }
    return ZoneId.of(name);
  }

  private static Instant instant(String name, String text, ZoneId zone) {
    Instant instant = IsoTime.parse(name, text, zone);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw invalidParameter(name, "must be between " + EARLIEST + " and " + LATEST);
    }
    return instant;
  }
}
