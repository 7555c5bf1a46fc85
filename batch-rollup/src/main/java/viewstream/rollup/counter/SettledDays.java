package viewstream.rollup.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * Which days the stream no longer counts, and of them which were rolled since. Only such a day may
 * be in a counter's base: of any other the stream may know views that its last roll does not.
 *
 * @param now as far as the stream has come
 * @param factDays days that have events
 * @param snapshots the ledger: of every rolled day the snapshot of its last roll
 */
public record SettledDays(Instant now, Set<LocalDate> factDays, Map<LocalDate, Instant> snapshots) {
  /** The stream counts events for 24 h; the hour is for those on their way. */
  public static final Duration CLOSED_AFTER = Duration.ofHours(25);

  public SettledDays {
    factDays = Set.copyOf(factDays);
    snapshots = Map.copyOf(snapshots);
  }

  /** When nothing live can change a day any more. */
  public static Instant closing(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(CLOSED_AFTER);
  }

  /** Whether the day was rolled after it had been closed, by the ledger. */
  public boolean wasSettled(LocalDate day) {
    Instant snapshot = snapshots.get(day);
    return snapshot != null && !snapshot.isBefore(closing(day));
  }

  /** The last day that a base may cover, with another roll that is about to be recorded. */
  LocalDate through(LocalDate rolling, Instant snapshot) {
    LocalDate lastClosed =
        LocalDate.ofInstant(now.minus(CLOSED_AFTER), ZoneOffset.UTC).minusDays(1);
    return factDays.stream()
        .filter(day -> !day.isAfter(lastClosed))
        .filter(day -> !wasSettled(day))
        .filter(day -> !(day.equals(rolling) && !snapshot.isBefore(closing(day))))
        .min(LocalDate::compareTo)
        .map(gap -> gap.minusDays(1))
        .orElse(lastClosed);
  }
}
