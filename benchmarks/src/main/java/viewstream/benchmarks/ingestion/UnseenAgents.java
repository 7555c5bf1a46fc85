package viewstream.benchmarks.ingestion;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;

/** A server whose events each name a user agent that nobody has seen, beside one that names one. */
record UnseenAgents(Fleet fleet, Size size) {
  /** Many times as many as are remembered: when they come round, they have been forgotten. */
  private static final int MANY = 1_000_000;

  private static final int WARM_UPS = 6;

  Result run(int pairs) throws Exception {
    try (Load unseen = load("unseen", MANY);
        Load one = load("one", 1)) {
      List<Subject> subjects = new ArrayList<>(fleet.subjects());
      subjects.add(unseen.subject());
      subjects.add(one.subject());
      return new Comparison(
              "user agents, batches of " + size.batch(),
              new Side("a new one in each event", () -> size.send(unseen)),
              new Side("the same in all events", () -> size.send(one)),
              List.of(Figure.rate("events"), Figure.cpu("CPU per event", "ingestion", "ingestion")))
          .run(new Meter(subjects), WARM_UPS, pairs);
    }
  }

  private Load load(String name, int userAgents) throws IOException {
    EventRequests traffic =
        EventRequests.generateForServer(
            Scenario.full(name, size.batch(), Instant.now()),
            size.batch(),
            fleet.address(Part.INGESTION),
            fleet.stack().secrets().secretKey(),
            userAgents);
    return Load.http(
        name,
        fleet.address(Part.INGESTION),
        size.connections(),
        traffic.requests(),
        fleet.file("requests-" + name));
  }
}
