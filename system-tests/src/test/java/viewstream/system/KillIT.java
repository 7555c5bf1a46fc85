package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.stack.Part;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.harm.Onlookers;
import viewstream.system.harm.Witness;
import viewstream.system.traffic.Scenario;

/**
 * Every acknowledged event counts exactly once whatever dies. Each part is killed with SIGKILL at
 * random moments of the traffic, with work in flight that nobody has acknowledged; clients send
 * again what was not acknowledged, as an SDK does.
 */
@ExtendWith(SharedFleet.class)
class KillIT {
  private static final long SEED = Long.getLong("viewstream.seed", 20_260_304);

  private static final List<Part> PARTS =
      List.of(
          Part.TASK_MANAGER,
          Part.JOB_MANAGER,
          Part.CLICKHOUSE,
          Part.REDIS,
          Part.KAFKA,
          Part.INGESTION,
          Part.QUERY);

  /** Enough for many requests to be in flight whenever a kill comes. */
  private static final int EVENTS_PER_KILL = 2_500;

  @Test
  void figuresEqualTheOracleWhateverDies(Fleet fleet) {
    killAmidTraffic(fleet, "kill", PARTS);
  }

  @Tag("long")
  @Test
  void figuresEqualTheOracleWhenEachDiesThreeTimes(Fleet fleet) {
    killAmidTraffic(fleet, "kill-3", times(3));
  }

  @Tag("long")
  @Test
  void figuresEqualTheOracleWhenEachDiesTwentyTimes(Fleet fleet) {
    killAmidTraffic(fleet, "kill-20", times(20));
  }

  private static List<Part> times(int each) {
    return PARTS.stream().flatMap(part -> Collections.nCopies(each, part).stream()).toList();
  }

  private static void killAmidTraffic(Fleet fleet, String name, List<Part> victims) {
    Random random = new Random(SEED);
    List<Part> order = new ArrayList<>(victims);
    Collections.shuffle(order, random);
    int events = EVENTS_PER_KILL * order.size();
    Rehearsal rehearsal = new Rehearsal(fleet, Scenario.plain(name, SEED, events, Instant.now()));
    Portions portions = new Portions(rehearsal, order.size());
    try (Witness witness = fleet.witness();
        Onlookers onlookers = new Onlookers(fleet.query(), rehearsal.traffic().videos())) {
      for (Part victim : order) {
        awaitAlive(fleet, victim, witness);
        portions.sendOneAmid(
            0.1 + random.nextDouble() * 0.5,
            () -> {
              awaitWorkInFlight(fleet, victim, rehearsal, onlookers);
              if (isFlink(victim)) {
                witness.expectRestore();
              }
              fleet.stack().kill(victim);
            });
      }
      awaitRestore(witness);
      fleet.stack().awaitHealthy();
      System.out.printf(
          "%d kills: %d repeated requests, %s%n",
          order.size(), rehearsal.sender().repetitions(), witness);
      portions.finish();

      assertThat(rehearsal.sender().repetitions()).as("repeated requests").isPositive();
      assertThat(witness.retries()).as("retries of sinks").isPositive();
      assertThat(witness.duplicates()).as("dropped duplicates").isPositive();
    }
  }

  /** A dead process cannot die; and only a job that runs has something to be restored from. */
  private static void awaitAlive(Fleet fleet, Part victim, Witness witness) {
    if (isFlink(victim)) {
      awaitRestore(witness);
      fleet.stack().awaitHealthy(Part.FLINK);
    } else {
      fleet.stack().awaitHealthy(victim);
    }
  }

  /** After the latest kill of Flink, which a job that has not noticed it yet is not over. */
  private static void awaitRestore(Witness witness) {
    await("a restore from a checkpoint").atMost(Duration.ofMinutes(3)).until(witness::sawRestore);
  }

  private static boolean isFlink(Part part) {
    return part == Part.TASK_MANAGER || part == Part.JOB_MANAGER;
  }

  private static void awaitWorkInFlight(
      Fleet fleet, Part victim, Rehearsal rehearsal, Onlookers onlookers) {
    await("work in flight when %s is killed".formatted(victim.label()))
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .ignoreExceptions()
        .until(() -> hasWorkInFlight(fleet, victim, rehearsal, onlookers));
  }

  private static boolean hasWorkInFlight(
      Fleet fleet, Part victim, Rehearsal rehearsal, Onlookers onlookers) {
    return switch (victim) {
      case INGESTION, KAFKA -> rehearsal.sender().inFlight() > 0;
      case QUERY -> onlookers.inFlight() > 0;
      default -> fleet.redis().progress("events").isBefore(rehearsal.log().latest());
    };
  }
}
