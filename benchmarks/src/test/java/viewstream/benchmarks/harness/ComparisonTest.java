package viewstream.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Meter NOBODY = new Meter(List.of());

  private final List<String> turns = new ArrayList<>();

  @Test
  void sidesTakeTurnsInMirroredPairs() throws Exception {
    compare(List.of(1.0, 1.0, 1.0, 1.0), List.of(1.0, 1.0, 1.0, 1.0)).run(NOBODY, 0, 4);

    assertThat(turns).containsExactly("A", "B", "B", "A", "A", "B", "B", "A");
  }

  @Test
  void ratiosAreTakenPairByPair() throws Exception {
    Result result = compare(List.of(10.0, 40.0, 90.0), List.of(10.0, 20.0, 30.0)).run(NOBODY, 0, 3);

    Line line = result.lines().getFirst();
    assertThat(line.ratio()).isEqualTo(new Spread(1, 1.5, 2, 2.5, 3));
    assertThat(line.product().median()).isEqualTo(40);
    assertThat(line.peer()).isEqualTo(new Spread(10, 15, 20, 25, 30));
  }

  @Test
  void warmUpsDoNotCount() throws Exception {
    Result result = compare(List.of(1_000.0, 6.0), List.of(1.0, 3.0)).run(NOBODY, 1, 1);

    assertThat(result.lines().getFirst().ratio()).isEqualTo(Spread.of(2));
    assertThat(turns).hasSize(4);
  }

  @Test
  void aFigureWithoutCounterpartHasNoRatio() throws Exception {
    Figure alone = new Figure("value", "x", block -> block.figure("value"), null);
    Side product = side("A", List.of(3.0));

    Result result =
        new Comparison("alone", product, side("B", List.of(1.0)), List.of(alone)).run(NOBODY, 0, 1);

    assertThat(result.lines()).containsExactly(new Line("value", "x", Spread.of(3), null, null));
  }

  private Comparison compare(List<Double> product, List<Double> peer) {
    return new Comparison(
        "title",
        side("A", product),
        side("B", peer),
        List.of(Figure.own("value", "x", "value", "value")));
  }

  /** Finds out one value after the other. */
  private Side side(String name, List<Double> values) {
    List<Double> left = new ArrayList<>(values);
    return new Side(
        name,
        () -> {
          turns.add(name);
          return new Done(1, Map.of("value", left.removeFirst()));
        });
  }
}
