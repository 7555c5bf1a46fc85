package viewstream.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void findsTheQuartiles() {
    assertThat(Spread.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0))).isEqualTo(new Spread(1, 2, 3, 4, 5));
  }

  @Test
  void interpolatesBetweenNeighbours() {
    assertThat(Spread.of(List.of(1.0, 2.0, 3.0, 10.0)))
        .isEqualTo(new Spread(1, 1.75, 2.5, 4.75, 10));
  }

  @Test
  void hasNoneOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }

  @Test
  void takesThePercentileThatIsOneOfTheValues() {
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = values.length - i;
    }

    assertThat(Spread.percentile(values, 50)).isEqualTo(100);
    assertThat(Spread.percentile(values, 99)).isEqualTo(198);
    assertThat(Spread.percentile(values, 100)).isEqualTo(200);
    assertThat(Spread.percentile(new double[] {7}, 1)).isEqualTo(7);
  }
}
