package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import viewstream.system.audit.Audit;
import viewstream.system.audit.DayAudit;
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
  private final Sender sender;

  Rehearsal(Fleet fleet, Scenario scenario) {
    this.fleet = fleet;
    this.traffic = Generator.generate(scenario);
    this.sender = new Sender(fleet.ingestion(), log, PATIENCE);
    fleet.catalog(traffic.videos());
  }

  Traffic traffic() {
    return traffic;
  }

  EventLog log() {
    return log;
  }

  Sender sender() {
    return sender;
  }

  /** Sends a part of the batches; returns the acknowledged events per second. */
  double send(double fromShare, double toShare) {
    int before = log.events().size();
    long begin = System.nanoTime();
    sender.send(part(fromShare, toShare));
    return (log.events().size() - before) / ((System.nanoTime() - begin) / 1e9);
  }

  /**
   * Sends a part of the batches and does harm meanwhile.
   *
   * @param moment share of the part that is acknowledged when harm is done
   */
  void sendAmid(double fromShare, double toShare, double moment, Runnable harm) {
    long due = log.requests() + (long) (part(fromShare, toShare).size() * moment);
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<?> sent = background.submit(() -> send(fromShare, toShare));
      await("%d acknowledged requests".formatted(due))
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> sent.isDone() || log.requests() >= due);
      harm.run();
      sent.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
    }
  }

  /** Sends every batch once more, as a client would that lost its memory. */
  void sendAllAgain() {
    sender.send(traffic.batches());
  }

  /** Sends what must come last, then holds every figure against the log. */
  void audit() {
    sender.sendInOrder(traffic.afterwards());
    assertThat(new HashSet<>(log.events()).containsAll(traffic.goodEvents()))
        .as("all good events are acknowledged")
        .isTrue();
    auditAgain();
  }

  /** Holds every figure against the log. */
  void auditAgain() {
    Audit.assertEqual(fleet.query(), traffic.videos(), log);
  }

  /** Holds the trending lists against the log, once {@link #audit} has sent all of it. */
  void auditTrending() {
    Audit.assertTrending(fleet.query(), log);
  }

  /** Sends what must come last; returns when everything acknowledged is stored. */
  void finish() {
    sender.sendInOrder(traffic.afterwards());
    awaitStored();
  }

  /** Returns when everything acknowledged is in the tables that the rollup reads. */
  void awaitStored() {
    String any = traffic.videos().getFirst().id();
    await("all events of " + any + " and others are stored")
        .atMost(PATIENCE)
        .until(() -> fleet.query().video(any).dataThrough(), log.latest()::isBefore);
  }

  /** Holds rolled days, the last not included, against the log: all of it must be exact. */
  void auditDays(LocalDate from, LocalDate to) {
    DayAudit.assertEqual(fleet.query(), traffic.videos(), log, from, to);
  }

  private List<Batch> part(double fromShare, double toShare) {
    List<Batch> batches = traffic.batches();
    return batches.subList((int) (batches.size() * fromShare), (int) (batches.size() * toShare));
  }
}
