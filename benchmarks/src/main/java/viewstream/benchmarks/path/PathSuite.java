package viewstream.benchmarks.path;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import viewstream.benchmarks.Suite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.fleet.Progress;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Measurement;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;

/**
 * An event's whole way, from the request until every store has it, beside the barest way the same
 * bytes can take: one producer, one consumer, one insert.
 */
public final class PathSuite implements Suite {
  private static final int EVENTS = 100_000;
  private static final int BARE_EVENTS = 400_000;
  private static final int BATCH = 100;
  private static final int CONNECTIONS = 16;
  private static final int WARM_UPS = 2;
  private static final Duration IDLE = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "path";
  }

  @Override
  public String question() {
    return "What does an event cost on its whole way, and where?";
  }

  @Override
  public List<Result> run(int pairs) throws Exception {
    try (Fleet fleet = Fleet.start(Part.values())) {
      List<byte[]> requests = requests(fleet, WARM_UPS + pairs + 1);
      try (Load load =
              Load.http(
                  fleet.address(Part.INGESTION), CONNECTIONS, requests, fleet.file("requests"));
          Progress progress = new Progress(fleet)) {
        settle(load, progress);
        try (BarePath bare = BarePath.start(fleet, BARE_EVENTS)) {
          List<Subject> subjects = new ArrayList<>(fleet.subjects());
          subjects.add(load.subject());
          subjects.addAll(bare.subjects());
          Meter meter = new Meter(subjects);
          Measurement idle = meter.measure(PathSuite::idle);
          return List.of(
              new Comparison(
                      "%,d events in batches of %d, settled".formatted(EVENTS, BATCH),
                      new Side("whole path", () -> settle(load, progress)),
                      new Side("bare producer, consumer, insert", bare),
                      new Costs(idle).figures())
                  .run(meter, WARM_UPS, pairs));
        }
      }
    }
  }

  /** Sends one block of events and waits until all stores have them. */
  private static Done settle(Load load, Progress progress) throws Exception {
    Done sent = load.send(EVENTS / BATCH).times(BATCH);
    progress.awaitPast(Instant.now());
    return sent;
  }

  /** What the fleet spends when nobody wants anything of it; counted by the millisecond. */
  private static Done idle() throws InterruptedException {
    Thread.sleep(IDLE);
    return Done.of(IDLE.toMillis());
  }

  /** As many blocks of distinct events: an event that comes twice costs less. */
  private static List<byte[]> requests(Fleet fleet, int blocks) throws Exception {
    List<byte[]> requests = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      EventRequests traffic =
          EventRequests.generate(
              Scenario.full("path" + block, block, Instant.now()),
              BATCH,
              fleet.address(Part.INGESTION),
              fleet.stack().secrets().writeKey());
      if (block == 0) {
        fleet.catalog(traffic.videos());
      }
      requests.addAll(traffic.requests().subList(0, EVENTS / BATCH));
    }
    return requests;
  }
}
