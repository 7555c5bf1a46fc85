package viewstream.rollup.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import viewstream.rollup.fleet.EventRow;
import viewstream.rollup.fleet.RollupProcess;
import viewstream.rollup.fleet.Stores;
import viewstream.schema.redis.RedisKeys;

/** Kills the real tool at its steps, and runs two of it at once: the tables are the same. */
class KilledIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final Stores stores = Stores.shared();
  private int views;

  @Test
  void killedOnItsWayAndRunAgainItIsAsIfNothingHadHappened() {
    killAtEvery(4, TODAY.minusDays(25));
  }

  @Tag("long")
  @Test
  void killedAtAnyStepAndRunAgainItIsAsIfNothingHadHappened() {
    killAtEvery(1, TODAY.minusDays(26));
  }

  private void killAtEvery(int stride, LocalDate day) {
    int step = 0;
    while (true) {
      addView("killed", day);
      RollupProcess process = RollupProcess.start(stores, "day", day.toString());
      step += stride;
      if (!process.reaches(step)) {
        break;
      }
      process.kill();

      assertThat(stores.rollup("day", day.toString()).exitCode()).isZero();

      assertEverywhere(day, views);
    }
    assertThat(step).as("steps that were killed").isGreaterThan(25);
    assertEverywhere(day, views);
    assertNothingIsLeft();
  }

  @Test
  void twoAtOnceAreOneAfterTheOther() {
    LocalDate day = TODAY.minusDays(24);
    addView("two", day);
    addView("two", day);

    RollupProcess one = RollupProcess.start(stores, "day", day.toString());
    RollupProcess other = RollupProcess.start(stores, "day", day.toString());

    for (Stores.Ended run : List.of(one.ended(), other.ended())) {
      assertThat(run.exitCode()).as(run.output()).isZero();
    }
    assertEverywhere(day, 2);
    assertNothingIsLeft();
  }

  @Test
  void aRunThatLostItsLockPublishesNothing() {
    LocalDate day = TODAY.minusDays(23);
    addView("lost", day);
    RollupProcess first = RollupProcess.start(stores, "day", day.toString());
    assertThat(first.reaches(3)).isTrue();
    stores.redis().del(RedisKeys.ROLLUP_LOCK);
    Stores.Ended second = stores.rollup("day", day.toString());

    assertThat(second.exitCode()).as(second.output()).isZero();
    assertThat(first.ended().exitCode()).isEqualTo(1);
    assertEverywhere(day, 1);
    assertNothingIsLeft();
  }

  private void addView(String video, LocalDate day) {
    views++;
    Instant time = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60L * views);
    stores.insert(EventRow.of(video, video + views, "view", time).attempt().view().viewer(views));
  }

  private void assertEverywhere(LocalDate day, int count) {
    assertThat(
            Stream.of("video_quarter_hour", "video_day", "channel_day", "platform_day")
                .map(table -> stores.row(viewsOf(table, day))))
        .containsOnly(Integer.toString(count));
    assertThat(
            stores.row(
                "SELECT unique_viewers FROM viewstream.platform_day WHERE day = '%s'"
                    .formatted(day)))
        .isEqualTo(Integer.toString(count));
    assertThat(
            stores.row(
                "SELECT argMax(new_views, rolled_at) FROM viewstream.rollup_ledger WHERE day = '%s'"
                    .formatted(day)))
        .isEqualTo(Integer.toString(count));
  }

  private static String viewsOf(String table, LocalDate day) {
    String time = table.endsWith("hour") ? "toDate(quarter_hour)" : "day";
    return "SELECT sum(views) FROM viewstream.%s WHERE %s = '%s'".formatted(table, time, day);
  }

  private void assertNothingIsLeft() {
    assertThat(stores.row("SELECT count() FROM system.tables WHERE name LIKE 'rollup_staging_%'"))
        .isEqualTo("0");
    assertThat(stores.redis().exists(RedisKeys.ROLLUP_LOCK)).isZero();
  }
}
