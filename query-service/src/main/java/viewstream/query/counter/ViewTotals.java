package viewstream.query.counter;

import java.time.LocalDate;
import java.util.Map;

/**
 * Views of one video, as ClickHouse has counted them: what a live counter is restored from.
 *
 * @param base views of all UTC days up to and including {@code baseDay}
 * @param later views by UTC day, of the days after it
 */
public record ViewTotals(long base, LocalDate baseDay, Map<LocalDate, Long> later) {
  public ViewTotals {
    later = Map.copyOf(later);
  }

  /** All views. */
  public long total() {
    return base + later.values().stream().mapToLong(Long::longValue).sum();
  }
}
