package viewstream.rollup.day;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.rollup.fleet.EventRow.of;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import viewstream.rollup.fleet.Stores;

/** Rolls days by hand, each test days of its own. */
class RollDayIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Stores stores = Stores.shared();

  @Test
  void countsAViewWhereItBeganAndItsWatchTimeWhereItHappened() {
    LocalDate day = TODAY.minusDays(20);
    Instant begin = midnightAfter(day).minusSeconds(30);
    Instant later = midnightAfter(day).plusSeconds(1_200);
    stores.insert(
        of("night", "night-1", "play", begin).attempt(),
        of("night", "night-1", "first_frame", begin.plusSeconds(1)).view(),
        of("night", "night-1", "heartbeat", begin.plusSeconds(21)).watched(s(20), s(20)),
        of("night", "night-1", "heartbeat", later.minusSeconds(60)).watched(MINUTE, MINUTE),
        of("night", "night-1", "complete", later).watched(MINUTE, MINUTE),
        of("night", "night-2", "play", later).attempt(),
        of("night", "night-2", "error", later.plusSeconds(1)).fatal(),
        of("night", "robot", "first_frame", begin).view().robot());

    roll(day);
    roll(day.plusDays(1));

    assertThat(figures("night", day)).isEqualTo("1 1 1 1 20000 0 1");
    assertThat(figures("night", day.plusDays(1))).isEqualTo("1 0 0 0 120000 1 0");
  }

  @Test
  void judgesLateEventsAsTheTrackerWouldHave() {
    LocalDate day = TODAY.minusDays(16);
    Instant noon = midnightAfter(day).minus(Duration.ofHours(12));
    Duration late = Duration.ofHours(25);
    stores.insert(
        // Of a view that the tracker knew, the rest came late.
        of("slow", "slow-1", "first_frame", noon).attempt().view(),
        of("slow", "slow-1", "heartbeat", noon.plusSeconds(20)).seq(1).watched(s(20), s(20)),
        of("slow", "slow-1", "heartbeat", noon.plusSeconds(40))
            .seq(2)
            .watched(s(20), s(0))
            .late(late),
        of("slow", "slow-1", "complete", noon.plusSeconds(50))
            .seq(3)
            .watched(s(90), s(0))
            .late(late),
        // Repeats, one with a clock corrected otherwise, one with a number that is taken.
        of("slow", "slow-1", "complete", noon.plusSeconds(51))
            .seq(3)
            .late(late.plusHours(1))
            .id("slow-1complete" + noon.plusSeconds(50)),
        of("slow", "slow-1", "heartbeat", noon.plusSeconds(45))
            .seq(1)
            .watched(s(5), s(0))
            .late(late),
        of("slow", "slow-1", "first_frame", noon.plusSeconds(3)).seq(9).late(late),
        // A view that came late altogether, its end first.
        of("slow", "slow-2", "stop", noon.plusSeconds(30)).watched(s(30), s(0)).late(late),
        of("slow", "slow-2", "play", noon).late(late.plusMinutes(1)),
        of("slow", "slow-2", "first_frame", noon.plusSeconds(1)).late(late.plusMinutes(1)));

    roll(day);

    assertThat(figures("slow", day)).isEqualTo("2 2 2 1 " + (20 + 20 + 15 + 30) * 1000 + " 0 2");
  }

  @Test
  void addsUpVideosToChannelsAndThePlatform() {
    LocalDate day = TODAY.minusDays(12);
    Instant noon = midnightAfter(day).minus(Duration.ofHours(12));
    stores.catalogue("sum-1", "sum-channel", 1);
    stores.catalogue("sum-2", "sum-channel", 1);
    stores.insert(
        of("sum-1", "sum-a", "view", noon).attempt().view().viewer(1).watched(MINUTE, MINUTE),
        of("sum-2", "sum-b", "view", noon).attempt().view().viewer(1).watched(MINUTE, MINUTE),
        of("sum-3", "sum-c", "view", noon).attempt().view().viewer(2).watched(MINUTE, MINUTE));
    stores.engagement("sum-1", "", "like", noon);
    stores.engagement("", "sum-channel", "subscribe", noon);
    stores.engagement("", "sum-quiet", "subscribe", noon);

    roll(day);

    assertThat(
            stores.rows(
                "SELECT channel_id, views, unique_viewers, likes, subscribes, views_by_country"
                    + " FROM viewstream.channel_day WHERE day = '%s' ORDER BY channel_id"
                        .formatted(day)))
        .extracting(row -> String.join(" ", row))
        .containsExactly(
            " 1 1 0 0 {'DE':1}", "sum-channel 2 1 1 1 {'DE':2}", "sum-quiet 0 0 0 1 {}");
    assertThat(
            stores.row(
                "SELECT views, unique_viewers, likes, subscribes, uniqCombined64Merge(17)(viewers)"
                    + " FROM viewstream.platform_day WHERE day = '%s' GROUP BY ALL".formatted(day)))
        .isEqualTo("3 2 1 2 2");
  }

  @Test
  void aDayThatBecameEmptyHasNoRows() {
    LocalDate day = TODAY.minusDays(8);
    stores.insert(
        of("gone", "gone-1", "view", midnightAfter(day).minusSeconds(60)).attempt().view());
    roll(day);
    stores.execute(
        "ALTER TABLE viewstream.events DROP PARTITION " + day.toString().replace("-", ""));

    roll(day);

    for (String table : new String[] {"video_day", "channel_day", "platform_day"}) {
      assertThat(
              stores.row("SELECT count() FROM viewstream." + table + " WHERE day = '" + day + "'"))
          .isEqualTo("0");
    }
    assertThat(
            stores.rows(
                "SELECT old_views, new_views, reason FROM viewstream.rollup_ledger FINAL"
                    + " WHERE day = '%s' AND reason = 'asked' ORDER BY rolled_at".formatted(day)))
        .extracting(row -> String.join(" ", row))
        .containsExactly("0 1 asked", "1 0 asked");
    assertThat(stores.row("SELECT count() FROM system.tables WHERE name LIKE 'rollup_staging_%'"))
        .isEqualTo("0");
  }

  @Test
  void refusesInOneSentence() {
    assertThat(stores.rollup("day", TODAY.toString()))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(run -> assertThat(run.output()).contains(TODAY + " is not over"));
    assertThat(stores.rollup("day", TODAY.minusDays(31).toString()).output())
        .contains("the oldest day that can be rolled is " + TODAY.minusDays(29));
    assertThat(stores.rollup("day", "2026-02-30").exitCode()).isEqualTo(2);
  }

  private void roll(LocalDate day) {
    Stores.Ended run = stores.rollup("day", day.toString());
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  /** Attempts, views, engaged, completions, watch time, start failures, viewers. */
  private String figures(String video, LocalDate day) {
    return stores.row(
        """
        SELECT play_attempts, views, engaged_views, completions, watch_time_ms, start_failures, unique_viewers
        FROM viewstream.video_day WHERE video_id = '%s' AND day = '%s'
        """
            .formatted(video, day));
  }

  private static Instant midnightAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Duration s(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
