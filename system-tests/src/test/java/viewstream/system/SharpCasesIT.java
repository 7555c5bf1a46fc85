package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.stack.Part;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.harm.Checkpoint;
import viewstream.system.harm.Mischief;
import viewstream.system.harm.Onlookers;
import viewstream.system.harm.Relay;
import viewstream.system.traffic.Scenario;

/**
 * The moments at which a system of this kind counts wrong, each brought about on purpose while
 * traffic flows: figures equal the oracle after each.
 */
@ExtendWith(SharedFleet.class)
class SharpCasesIT {
  private static final long SEED = Long.getLong("viewstream.seed", 20_260_304);
  private static final int LEAST_EVENTS = 4_000;
  private static final int EVENTS_PER_CASE = 600;

  @Test
  void figuresEqualTheOracleAfterAFewOfEach(Fleet fleet) {
    loseAnswers(fleet, "cut", 6);
    killDuringInserts(fleet, "torn", 2);
    flushRedis(fleet, "flushed", 1);
    sendAgain(fleet, "resent", 1);
  }

  @Test
  void figuresEqualTheOracleWhenInsertsOvertakeEachOther(Fleet fleet) {
    Overtaking.rehearse(fleet, "overtaken").audit();
  }

  @Tag("long")
  @Test
  void insertAcceptedButItsAnswerCutOff(Fleet fleet) {
    loseAnswers(fleet, "cut-200", 200);
  }

  @Tag("long")
  @Test
  void clickHouseKilledDuringAnInsert(Fleet fleet) {
    killDuringInserts(fleet, "torn-200", 200);
  }

  @Tag("long")
  @Test
  void flinkRestoredFromAnOlderCheckpointThanTheLastOutput(Fleet fleet) throws IOException {
    restoreFromBefore(fleet, "older-10", 10);
  }

  @Tag("long")
  @Test
  void redisFlushed(Fleet fleet) {
    flushRedis(fleet, "flushed-10", 10);
  }

  @Tag("long")
  @Test
  void allBatchesSentOnceMoreAfterEverythingHadSettled(Fleet fleet) {
    sendAgain(fleet, "resent-10", 10);
  }

  private static void loseAnswers(Fleet fleet, String name, int times) {
    Relay relay = fleet.toClickHouse();
    int before = relay.lostAnswers();
    Portions portions = portions(fleet, name, times);
    relay.turnTo(Mischief.losingAnswers(0.7));
    try {
      while (relay.lostAnswers() - before < times) {
        int due = relay.lostAnswers() + 1;
        portions.sendOne();
        await().until(() -> relay.lostAnswers() >= due || isWritten(fleet, portions.rehearsal()));
      }
    } finally {
      relay.turnTo(Mischief.NONE);
    }
    portions.finish();
    System.out.printf("%s: %d answers lost%n", name, relay.lostAnswers() - before);
  }

  private static void killDuringInserts(Fleet fleet, String name, int times) {
    Relay relay = fleet.toClickHouse();
    Random random = new Random(SEED);
    Portions portions = portions(fleet, name, times);
    int torn = 0;
    int kills = 0;
    for (; torn < times; kills++) {
      fleet.stack().awaitHealthy(Part.CLICKHOUSE);
      int before = relay.brokenOff();
      portions.sendOne();
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofNanos(200_000))
          .until(relay::isAsked);
      LockSupport.parkNanos(random.nextInt(5_000_000));
      fleet.stack().kill(Part.CLICKHOUSE);
      torn += relay.brokenOff() > before ? 1 : 0;
    }
    fleet.stack().awaitHealthy(Part.CLICKHOUSE);
    portions.finish();
    System.out.printf("%s: %d kills, %d of them during an insert%n", name, kills, torn);
  }

  private static void restoreFromBefore(Fleet fleet, String name, int times) throws IOException {
    Portions portions = portions(fleet, name, times);
    int restored = 0;
    for (int kills = 0; restored < times && kills < 3 * times; kills++) {
      fleet.stack().awaitHealthy(Part.FLINK);
      Instant begin = Instant.now();
      portions.sendOne();
      await().until(() -> isWritten(fleet, portions.rehearsal()));
      Checkpoint newest = fleet.flink().newestCheckpoint();
      fleet.stack().kill(Part.JOB_MANAGER);
      fleet.stack().awaitHealthy(Part.FLINK);
      boolean older = newest.finished().isBefore(begin);
      boolean same = fleet.flink().restoredCheckpoint().name().equals(newest.name());
      restored += older && same ? 1 : 0;
      portions.rehearsal().auditAgain();
    }
    portions.finish();
    System.out.printf("%s: %d restores from before the last output%n", name, restored);
    assertThat(restored).isGreaterThanOrEqualTo(times);
  }

  /** What Redis loses has been counted there and is still on its way to ClickHouse. */
  private static void flushRedis(Fleet fleet, String name, int times) {
    Portions portions = portions(fleet, name, times);
    Rehearsal rehearsal = portions.rehearsal();
    Relay relay = fleet.toClickHouse();
    try (Onlookers onlookers = new Onlookers(fleet.query(), rehearsal.traffic().videos())) {
      for (int flush = 0; flush < times; flush++) {
        relay.turnTo(Mischief.STALLING);
        portions.sendOne();
        Instant latest = rehearsal.log().latest();
        await()
            .atMost(Duration.ofSeconds(40))
            .pollInterval(Duration.ofMillis(10))
            .until(() -> latest.isBefore(fleet.redis().progress("views")));
        assertThat(fleet.redis().progress("video_minute")).isBeforeOrEqualTo(latest);
        portions.sendOneAmid(() -> fleet.redis().flush());
        relay.turnTo(Mischief.NONE);
        rehearsal.auditAgain();
      }
      assertThat(onlookers.answers()).isPositive();
    } finally {
      relay.turnTo(Mischief.NONE);
    }
    portions.finish();
    System.out.printf("%s: %d flushes%n", name, times);
  }

  private static void sendAgain(Fleet fleet, String name, int times) {
    Rehearsal rehearsal = portions(fleet, name, times).rehearsal();
    rehearsal.send(0, 1);
    rehearsal.audit();
    for (int time = 0; time < times; time++) {
      rehearsal.sendAllAgain();
      rehearsal.auditAgain();
    }
    System.out.printf("%s: all sent again %d times%n", name, times);
  }

  private static boolean isWritten(Fleet fleet, Rehearsal rehearsal) {
    return Stream.of("events", "engagements", "video_minute", "views")
        .map(fleet.redis()::progress)
        .allMatch(rehearsal.log().latest()::isBefore);
  }

  private static Portions portions(Fleet fleet, String name, int times) {
    int events = Math.max(LEAST_EVENTS, EVENTS_PER_CASE * times);
    Scenario scenario = Scenario.plain(name, SEED, events, Instant.now());
    return new Portions(new Rehearsal(fleet, scenario), 2 * times + 1);
  }
}
