package viewstream.benchmarks.ingestion;

import java.util.ArrayList;
import java.util.List;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.load.Load;

/**
 * Latency while requests come at a steady rate, answered or not, half of what the service can take;
 * beside it, when it gets all it can take.
 *
 * @param eventsPerSecond what it can take
 */
record HalfLoad(Fleet fleet, Size size, double eventsPerSecond) {
  private static final int CONNECTIONS = 64;

  Result run(int pairs) throws Exception {
    int rate = (int) (eventsPerSecond / 2 / size.batch());
    Size wide = new Size(size.batch(), CONNECTIONS, size.events(), 1);
    try (Load load = wide.load(fleet, wide.traffic(fleet, "half"))) {
      List<Subject> subjects = new ArrayList<>(fleet.subjects());
      subjects.add(load.subject());
      return new Comparison(
              "latency of batches of %d, at %d requests/s".formatted(size.batch(), rate),
              new Side("half load", () -> load.send(wide.events() / wide.batch(), rate)),
              new Side("full load", () -> load.send(wide.events() / wide.batch())),
              List.of(
                  Figure.own("latency p50", "ms", Load.P50, Load.P50),
                  Figure.own("latency p99", "ms", Load.P99, Load.P99),
                  Figure.rate("requests")))
          .run(new Meter(subjects), wide.warmUps(), pairs);
    }
  }
}
