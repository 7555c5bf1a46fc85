package viewstream.query.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StartupBucketsTest {
  @Test
  void areAtMostOnePercentOffTheNearestRank() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      long[] startups = random.longs(1 + random.nextInt(500), 100, 60_000).sorted().toArray();
      for (double fraction : new double[] {0.50, 0.75, 0.95}) {
        long exact = startups[(int) Math.ceil(fraction * startups.length) - 1];

        assertThat(StartupBuckets.percentile(histogram(startups), fraction))
            .isCloseTo(exact, withinPercentage(1.5));
      }
    }
  }

  @Test
  void areZeroWhereNothingStarted() {
    assertThat(StartupBuckets.percentile(Map.of(), 0.5)).isZero();
  }

  private static Map<Integer, Long> histogram(long[] startups) {
    Map<Integer, Long> counts = new HashMap<>();
    Arrays.stream(startups)
        .forEach(ms -> counts.merge((int) (Math.log(ms) / Math.log(1.02)), 1L, Long::sum));
    return counts;
  }
}
