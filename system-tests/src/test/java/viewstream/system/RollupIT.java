package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Scenario;

/**
 * Days that were rolled equal the log exactly, and are rolled again when more comes. The traffic is
 * of two days ago and more: all of it comes too late for the live figures, and no other test's days
 * are rolled.
 */
@ExtendWith(SharedFleet.class)
class RollupIT {
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(4);
  private static final LocalDate EVE = DAY.minusDays(1);

  /** A reply may be as old as it is cached. */
  private static final Duration CACHED = Duration.ofSeconds(60);

  @Test
  void rolledDaysEqualTheOracleAndAreRolledAgainWhenMoreComes(Fleet fleet) {
    // Six minutes before midnight to six after.
    var midnight = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    Rehearsal rehearsal =
        new Rehearsal(
            fleet,
            new Scenario(
                "rolled",
                5,
                40,
                800,
                8_000,
                midnight.plusSeconds(360),
                Duration.ofMinutes(12),
                Duration.ofMinutes(5)));
    rehearsal.send(0, 0.9);
    rehearsal.awaitStored();

    fleet.rollup("day", EVE.toString());
    fleet.rollup("day", DAY.toString());

    audit(rehearsal);
    List<String> first = ledger(fleet);
    assertThat(first).hasSize(1);

    rehearsal.send(0.9, 1);
    rehearsal.finish();

    String output = fleet.rollup("auto", "--from", EVE.toString(), "--to", DAY.toString());

    assertThat(output).contains(DAY + " is rolled: late");
    audit(rehearsal);
    List<String> ledger = ledger(fleet);
    assertThat(ledger).hasSize(2).startsWith(first.getFirst());
    assertThat(views(ledger, 1, 0)).isEqualTo(views(ledger, 0, 1)).isPositive();
    assertThat(views(ledger, 1, 1)).isGreaterThan(views(ledger, 1, 0));
  }

  private static void audit(Rehearsal rehearsal) {
    Awaitility.await()
        .atMost(CACHED)
        .untilAsserted(() -> rehearsal.auditDays(EVE, DAY.plusDays(1)));
  }

  /** Old and new views of every roll of the day. */
  private static List<String> ledger(Fleet fleet) {
    return fleet.clickHouse(
        "SELECT old_views, new_views FROM viewstream.rollup_ledger WHERE day = '%s' ORDER BY rolled_at"
            .formatted(DAY));
  }

  private static long views(List<String> ledger, int row, int column) {
    return Long.parseLong(ledger.get(row).split("\t")[column]);
  }
}
