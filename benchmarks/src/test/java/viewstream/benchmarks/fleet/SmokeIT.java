package viewstream.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Subject;

/** The whole harness on processes whose CPU time is known beforehand. */
class SmokeIT {
  private static final int MILLIS = 150;

  @Test
  void twiceTheCpuTimeIsTwiceTheCost() throws Exception {
    try (Worker much = Worker.start("much", CpuBurner.class, List.of());
        Worker little = Worker.start("little", CpuBurner.class, List.of())) {
      List<Subject> subjects = List.of(much.subject(), little.subject());

      Result result =
          new Comparison(
                  "burning",
                  new Side("much", () -> burn(much, 2 * MILLIS)),
                  new Side("little", () -> burn(little, MILLIS)),
                  List.of(
                      Figure.cpu("its own", "much", "little"),
                      Figure.cpu("that of the other", "little", "much")))
              .run(new Meter(subjects), 1, 3);

      assertThat(result.lines().getFirst().ratio().median()).isBetween(1.6, 2.4);
      // A process that waits for its turn is not charged for the other's.
      assertThat(result.lines().getLast().product().median()).isLessThan(MILLIS * 1_000 / 4.0);
    }
  }

  private static Done burn(Worker worker, int millis) throws IOException {
    assertThat(worker.ask(Integer.toString(millis))).isEqualTo(Integer.toString(millis));
    return Done.of(1);
  }
}
