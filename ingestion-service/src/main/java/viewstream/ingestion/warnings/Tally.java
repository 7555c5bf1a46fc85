package viewstream.ingestion.warnings;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts the last 24 hours of something, hour by hour. One thread counts, others look. */
final class Tally {
  /** How far back is counted: the hours that have any part in the last 24. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final long HOUR_SECONDS = Duration.ofHours(1).toSeconds();

  /** One more than 24, for the first and the last are never whole. */
  private final @Nullable Slot[] slots = new @Nullable Slot[(int) KEPT.toHours() + 1];

  private String detail = "";

  /**
   * Counts one.
   *
   * @param latest what to say about it, when it is the latest
   */
  synchronized void add(Instant time, String latest) {
    long hour = hour(time);
    int index = Math.floorMod(hour, slots.length);
    Slot slot = slots[index];
    if (slot == null || slot.hour() < hour) {
      slots[index] = new Slot(hour, 1, time, time);
    } else if (slot.hour() == hour) {
      slots[index] = slot.plus(time);
    }
    detail = latest;
  }

  /** What is counted now; null if nothing is. */
  synchronized @Nullable Sum sum(Instant now) {
    long oldest = hour(now.minus(KEPT));
    Sum sum = null;
    for (Slot slot : slots) {
      if (slot != null && slot.hour() >= oldest) {
        sum = slot.plus(sum, detail);
      }
    }
    return sum;
  }

  private static long hour(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), HOUR_SECONDS);
  }

  /**
   * What is counted.
   *
   * @param detail about the latest
   */
  record Sum(long count, Instant first, Instant last, String detail) {}

  private record Slot(long hour, long count, Instant first, Instant last) {
    Slot plus(Instant time) {
      return new Slot(hour, count + 1, earlier(first, time), later(last, time));
    }

    Sum plus(@Nullable Sum sum, String detail) {
      return sum == null
          ? new Sum(count, first, last, detail)
          : new Sum(
              sum.count() + count, earlier(sum.first(), first), later(sum.last(), last), detail);
    }

    private static Instant earlier(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
      return one.isBefore(other) ? other : one;
    }
  }
}
