package viewstream.rollup.auto;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import viewstream.rollup.counter.SettledDays;
import viewstream.rollup.day.RollReason;

/**
 * Decides which days are rolled. A day is rolled when it is over and its lateness has passed; once
 * more when nothing live can change it any more; and whenever facts came after its last roll or one
 * of its videos has another owner.
 *
 * @param now as far as the stream has come
 * @param lateness how long after its end a day waits for late events
 * @param oldest no day before it is rolled
 * @param newest no day after it is rolled
 * @param inserted of every day that has facts, when the last was inserted
 * @param snapshots of every rolled day, the snapshot of its last roll
 * @param reassigned days on which a video had another owner
 */
record DueDays(
    Instant now,
    Duration lateness,
    LocalDate oldest,
    LocalDate newest,
    NavigableMap<LocalDate, Instant> inserted,
    NavigableMap<LocalDate, Instant> snapshots,
    Set<LocalDate> reassigned) {

  /**
   * The days in question, oldest first; days without facts between others are rolled too, so that
   * readers need not look elsewhere for them.
   */
  Stream<LocalDate> candidates() {
    LocalDate lastOver = LocalDate.ofInstant(now.minus(lateness), ZoneOffset.UTC).minusDays(1);
    LocalDate last = lastOver.isBefore(newest) ? lastOver : newest;
    return Stream.of(inserted, snapshots)
        .filter(days -> !days.isEmpty())
        .map(NavigableMap::firstKey)
        .min(LocalDate::compareTo)
        .map(first -> first.isBefore(oldest) ? oldest : first)
        .filter(first -> !first.isAfter(last))
        .map(first -> first.datesUntil(last.plusDays(1)))
        .orElseGet(Stream::empty);
  }

  /**
   * Why a day is to be rolled, if it is.
   *
   * @param viewsWentOn asked last: whether views of the day have events on the days beside it that
   *     its last roll did not know
   */
  Optional<RollReason> reason(LocalDate day, Predicate<LocalDate> viewsWentOn) {
    Instant snapshot = snapshots.get(day);
    if (snapshot == null) {
      return Optional.of(RollReason.DUE);
    }
    Instant closing = SettledDays.closing(day);
    if (inserted.containsKey(day) && snapshot.isBefore(closing) && !now.isBefore(closing)) {
      return Optional.of(RollReason.SETTLED);
    }
    if (since(snapshot, inserted, day)) {
      return Optional.of(RollReason.LATE);
    }
    if (reassigned.contains(day)) {
      return Optional.of(RollReason.CATALOGUE);
    }
    // Before it is settled a day is rolled again anyway.
    boolean settled = !snapshot.isBefore(closing);
    return settled && viewsWentOn.test(day) ? Optional.of(RollReason.LATE) : Optional.empty();
  }

  private static boolean since(Instant snapshot, Map<LocalDate, Instant> inserted, LocalDate day) {
    Instant last = inserted.get(day);
    return last != null && last.isAfter(snapshot);
  }
}
