package viewstream.flink.minute;

import java.util.Map;
import java.util.TreeMap;

/** Counts by label, of which there may be only so many: a forger could invent any number. */
final class Breakdown {
  static final int MOST_LABELS = 1_000;
  static final String OTHER = "other";

  private final TreeMap<String, Long> counts = new TreeMap<>();

  void add(String label, long count) {
    boolean fits = counts.size() < MOST_LABELS || counts.containsKey(label);
    counts.merge(fits ? label : OTHER, count, Long::sum);
  }

  void add(Breakdown other) {
    other.counts.forEach(this::add);
  }

  Map<String, Long> counts() {
    return counts;
  }
}
