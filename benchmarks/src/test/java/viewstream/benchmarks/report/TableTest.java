package viewstream.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.benchmarks.harness.Line;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Spread;

class TableTest {
  @Test
  void namesThePeerBesideEveryRatio() {
    Result result =
        new Result(
            "batches of 100",
            "ingestion-service",
            "ProducerPerformance",
            3,
            Spread.of(0.02),
            List.of(
                new Line(
                    "CPU per event",
                    "µs",
                    new Spread(10, 11.5, 12, 12.5, 13),
                    Spread.of(3),
                    new Spread(3, 3.9, 4, 4.1, 5)),
                new Line("disk", "bytes", Spread.of(12_345), null, null)));

    assertThat(Table.of(result))
        .isEqualTo(
            """
            batches of 100 (3 pairs, 0.020 cores busy with something else)

            | figure        | ingestion-service   | ProducerPerformance | ratio              |
            |---------------|---------------------|---------------------|--------------------|
            | CPU per event | 12.0 µs (11.5–12.5) | 3.00 µs             | 4.00 × (3.90–4.10) |
            | disk          | 12,345 bytes        | –                   | –                  |
            """);
  }
}
