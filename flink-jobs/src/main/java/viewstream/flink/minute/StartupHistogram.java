package viewstream.flink.minute;

import java.util.Map;
import java.util.TreeMap;

/** Startup times in buckets that are 2 % wide: bucket {@code floor(ln(ms) / ln(1.02))}. */
final class StartupHistogram {
  private static final double LOG_WIDTH = StrictMath.log(1.02);

  private final TreeMap<Integer, Long> counts = new TreeMap<>();

  static int bucket(long startupMs) {
    return startupMs < 1 ? 0 : (int) Math.floor(StrictMath.log(startupMs) / LOG_WIDTH);
  }

  void add(int bucket, long count) {
    counts.merge(bucket, count, Long::sum);
  }

  void add(StartupHistogram other) {
    other.counts.forEach(this::add);
  }

  Map<Integer, Long> counts() {
    return counts;
  }
}
