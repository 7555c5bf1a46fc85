package viewstream.query.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void areFractionsLargestFirst() {
    assertThat(Shares.of(Map.of("DE", 1L, "US", 3L)))
        .containsExactly(Map.entry("US", 0.75), Map.entry("DE", 0.25));
  }

  @Test
  void areEmptyWhereNothingWasCounted() {
    assertThat(Shares.of(Map.of())).isEmpty();
    assertThat(Shares.of(Map.of("DE", 0L))).isEmpty();
  }

  @Test
  void sumToOne() {
    Random random = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      Map<String, Long> counts = new HashMap<>();
      for (int value = 0; value <= random.nextInt(300); value++) {
        counts.put("v" + value, 1 + random.nextLong(1_000_000));
      }
      double sum = Shares.of(counts).values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }
}
