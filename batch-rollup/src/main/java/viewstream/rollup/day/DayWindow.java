package viewstream.rollup.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A UTC day as statements name it.
 *
 * @param day the day
 * @param reachDays how many days before and after it events of its views are looked for
 */
record DayWindow(LocalDate day, int reachDays) {
  DayWindow {
    if (reachDays < 0) {
      throw new IllegalArgumentException("--reach-days must not be negative, is " + reachDays);
    }
  }

  Instant end() {
    return start(day.plusDays(1));
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The partition's name. */
  String partition() {
    return day.toString().replace("-", "");
  }

  /** Placeholders of the statements. */
  Map<String, String> values() {
    return Map.of(
        "day", "toDate('" + day + "')",
        "from", time(day),
        "to", time(day.plusDays(1)),
        "reach_from", time(day.minusDays(reachDays)),
        "reach_to", time(day.plusDays(1L + reachDays)));
  }

  private static String time(LocalDate day) {
    return "toDateTime64('" + day + " 00:00:00', 3, 'UTC')";
  }
}
