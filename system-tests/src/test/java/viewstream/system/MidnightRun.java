package viewstream.system;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import viewstream.system.fleet.Fleet;
import viewstream.system.traffic.Scenario;

/** A program: starts a fleet just before midnight and plays views to it that end after midnight. */
final class MidnightRun {
  private static final long SEED = 24;

  private MidnightRun() {}

  /**
   * @param arguments the midnight in question, as ISO-8601
   */
  public static void main(String[] arguments) {
    Instant midnight = Instant.parse(arguments[0]);
    Scenario scenario =
        new Scenario(
            "night",
            SEED,
            40,
            800,
            8_000,
            midnight.plusSeconds(75),
            Duration.ofMinutes(4),
            Duration.ofMinutes(1));
    try (Fleet fleet = new Fleet()) {
      Rehearsal rehearsal = new Rehearsal(fleet, scenario);
      Instant begin = Instant.now();
      System.out.printf("traffic begins at %s%n", begin);
      if (!begin.isBefore(midnight)) {
        throw new IllegalStateException("the fleet was not ready before midnight");
      }
      rehearsal.send(0, 1);
      rehearsal.audit();
      // The day that ended is rolled, the one that began is not: one answer joins both.
      fleet.rollup("day", LocalDate.ofInstant(midnight, ZoneOffset.UTC).minusDays(1).toString());
      rehearsal.audit();
    }
    System.exit(0);
  }
}
