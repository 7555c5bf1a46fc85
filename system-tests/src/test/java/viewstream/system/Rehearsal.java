package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import viewstream.system.audit.Audit;
import viewstream.system.fleet.Fleet;
import viewstream.system.traffic.Batch;
import viewstream.system.traffic.EventLog;
import viewstream.system.traffic.Generator;
import viewstream.system.traffic.Scenario;
import viewstream.system.traffic.Sender;
import viewstream.system.traffic.Traffic;

/** One scenario played to a fleet: its traffic, and the log of what was acknowledged. */
final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EventLog log = new EventLog();
  private final Traffic traffic;
  private final Fleet fleet;

  Rehearsal(Fleet fleet, Scenario scenario) {
    this.fleet = fleet;
    this.traffic = Generator.generate(scenario);
    fleet.catalog(traffic.videos());
  }

  /** Sends a part of the batches; returns the acknowledged events per second. */
  double send(double fromShare, double toShare) {
    List<Batch> batches = traffic.batches();
    int from = (int) (batches.size() * fromShare);
    int to = (int) (batches.size() * toShare);
    int before = log.events().size();
    long begin = System.nanoTime();
    sender().send(batches.subList(from, to));
    return (log.events().size() - before) / ((System.nanoTime() - begin) / 1e9);
  }

  /** Sends what must come last, then holds every figure against the log. */
  void audit() {
    sender().sendInOrder(traffic.afterwards());
    assertThat(new HashSet<>(log.events()).containsAll(traffic.goodEvents()))
        .as("all good events are acknowledged")
        .isTrue();
    Audit.assertEqual(fleet.query(), traffic.videos(), log);
  }

  private Sender sender() {
    return new Sender(fleet.ingestion(), log, PATIENCE);
  }
}
