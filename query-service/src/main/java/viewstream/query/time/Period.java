package viewstream.query.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Some calendar days of a zone that end with today, and as many just before.
 *
 * @param label how it was asked for
 * @param days in order, today the last
 * @param now when today ends for now
 */
public record Period(String label, List<LocalDate> days, Instant now, ZoneId zone) {
  public Period {
    days = List.copyOf(days);
  }

  static Period of(String label, int length, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return new Period(
        label, today.minusDays(length - 1L).datesUntil(today.plusDays(1)).toList(), now, zone);
  }

  /** Where the previous days begin. */
  public Instant previousStart() {
    return start(days.getFirst().minusDays(days.size()));
  }

  /** Where the days begin, and the previous ones end. */
  public Instant start() {
    return start(days.getFirst());
  }

  /** Where a day begins. */
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Both together. */
  public TimeRange both() {
    return new TimeRange(label, previousStart(), now, zone);
  }

  /** The previous days as one step, then each day. */
  public Steps steps() {
    List<Instant> starts = new ArrayList<>();
    starts.add(previousStart());
    days.forEach(day -> starts.add(start(day)));
    return new Steps(starts);
  }
}
