package viewstream.rollup.auto;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.rollup.fleet.EventRow.of;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.rollup.fleet.EventRow;
import viewstream.rollup.fleet.Stores;

/** Lets the tool find out what is to be rolled; each test has days of its own. */
class RollAutoIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final Stores stores = Stores.shared();

  @Test
  void rollsWhatIsDueAndThenNothingUntilSomethingComes() {
    LocalDate day = TODAY.minusDays(28);
    Instant noon = noon(day);
    stores.insert(
        of("auto", "auto-1", "view", noon).attempt().view(),
        of("auto", "auto-2", "view", noon.plus(Duration.ofDays(1))).attempt().view());
    assertThat(auto(day, day.plusDays(1))).contains(day + " is rolled: due", "rolled 2 days");
    assertThat(auto(day, day.plusDays(1))).contains("no day is due");

    stores.insert(late(of("auto", "auto-3", "view", noon)));

    assertThat(auto(day, day.plusDays(1))).contains(day + " is rolled: late", "rolled 1 days");
    assertThat(stores.row(lastLedgerRow(day))).isEqualTo("late 1 2");
  }

  @Test
  void rollsADayAgainWhenAViewOfItGoesOnTheNextDay() {
    LocalDate day = TODAY.minusDays(6);
    Instant evening = noon(day).plus(Duration.ofHours(11));
    stores.insert(of("on", "on-1", "first_frame", evening).attempt().view());
    roll(day);

    stores.insert(late(of("on", "on-1", "complete", evening.plus(Duration.ofHours(2)))));

    assertThat(auto(day, day)).contains(day + " is rolled: late");
    assertThat(
            stores.row(
                "SELECT completions FROM viewstream.video_day WHERE video_id = 'on' AND day = '%s'"
                    .formatted(day)))
        .isEqualTo("1");
  }

  @Test
  void rollsTheDaysOfAVideoThatHasAnotherOwner() {
    LocalDate day = TODAY.minusDays(4);
    stores.insert(of("moved", "moved-1", "view", noon(day)).attempt().view());
    roll(day);
    stores.catalogue("moved", "moved-from", 1);
    assertThat(auto(day, day)).contains(day + " is rolled: catalogue");
    stores.catalogue("moved", "moved-to", 2);

    assertThat(auto(day, day)).contains(day + " is rolled: catalogue");

    assertThat(
            stores.rows(
                "SELECT channel_id, views FROM viewstream.channel_day"
                    + " WHERE channel_id LIKE 'moved%' AND day = '"
                    + day
                    + "'"))
        .containsExactly(List.of("moved-to", "1"));
    assertThat(auto(day, day)).contains("no day is due");
  }

  /** Inserted a while from now, so that it is after any snapshot. */
  private static EventRow late(EventRow event) {
    return event.late(Duration.ofHours(25)).inserted(Instant.now().minusSeconds(30));
  }

  private void roll(LocalDate day) {
    Stores.Ended run = stores.rollup("day", day.toString());
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private String auto(LocalDate from, LocalDate to) {
    Stores.Ended run = stores.rollup("auto", "--from", from.toString(), "--to", to.toString());
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run.output();
  }

  private static String lastLedgerRow(LocalDate day) {
    return "SELECT reason, old_views, new_views FROM viewstream.rollup_ledger WHERE day = '%s' ORDER BY rolled_at DESC LIMIT 1"
        .formatted(day);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
