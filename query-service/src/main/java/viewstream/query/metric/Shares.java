package viewstream.query.metric;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns counts into fractions of their sum. */
public final class Shares {
  private Shares() {}

  /** Fractions that sum to 1, largest first; empty where nothing was counted. */
  public static Map<String, Double> of(Map<String, Long> counts) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> shares.put(entry.getKey(), (double) entry.getValue() / total));
    return shares;
  }
}
