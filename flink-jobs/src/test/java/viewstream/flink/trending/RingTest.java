package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void countsLikeAMap(long seed) {
    Random random = new Random(seed);
    Ring ring = new Ring();
    TreeMap<Long, Long> map = new TreeMap<>();
    for (int i = 0; i < 2_000; i++) {
      long step = i / 10 + random.nextInt(40);
      if (random.nextInt(10) == 0) {
        ring.forgetBefore(step);
        map.headMap(step).clear();
      } else {
        long views = 1 + random.nextInt(1_000);
        ring.add(step, views);
        map.merge(step, views, Long::sum);
      }
      long from = i / 10 + random.nextInt(40);
      long to = from + random.nextInt(40);

      assertThat(ring.between(from, to))
          .isEqualTo(map.subMap(from, to).values().stream().mapToLong(views -> views).sum());
      assertThat(ring.size()).isEqualTo(map.size());
    }
  }

  @Test
  void neverSpillsIntoTheNextStep() {
    Ring ring = new Ring();
    ring.add(7, Long.MAX_VALUE);
    ring.add(7, 1);
    ring.add(8, 1);

    assertThat(ring.between(8, 9)).isEqualTo(1);
    assertThat(ring.between(7, 8)).isEqualTo((1L << 36) - 1);
  }

  @Test
  void copyIsIndependent() {
    Ring ring = new Ring();
    Ring copy = ring.copy();
    ring.add(1, 1);
    copy.add(2, 5);

    assertThat(ring.between(0, 9)).isEqualTo(1);
    assertThat(copy.between(0, 9)).isEqualTo(5);
  }
}
