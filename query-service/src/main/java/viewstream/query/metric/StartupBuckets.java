package viewstream.query.metric;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Percentiles from a histogram whose bucket {@code b} holds startup times of 1.02^b up to
 * 1.02^(b+1) ms; bucket 0 holds those below 1 ms too.
 */
final class StartupBuckets {
  private static final double GROWTH = 1.02;

  private StartupBuckets() {}

  /** Nearest rank, as the geometric middle of its bucket: at most 1 % off. 0 where none started. */
  static long percentile(Map<Integer, Long> counts, double fraction) {
    SortedMap<Integer, Long> ordered = new TreeMap<>(counts);
    long total = ordered.values().stream().mapToLong(Long::longValue).sum();
    long rank = Math.max(1, (long) Math.ceil(fraction * total));
    long passed = 0;
    for (Map.Entry<Integer, Long> bucket : ordered.entrySet()) {
      passed += bucket.getValue();
      if (passed >= rank) {
        return Math.round(Math.pow(GROWTH, bucket.getKey() + 0.5));
      }
    }
    return 0;
  }
}
