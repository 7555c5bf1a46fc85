package viewstream.flink.minute;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.flink.Events.NOON;
import static viewstream.flink.Events.playback;
import static viewstream.flink.minute.Measure.BITRATE_KBPS_MS;
import static viewstream.flink.minute.Measure.BITRATE_MS;
import static viewstream.flink.minute.Measure.BUFFERING_MS;
import static viewstream.flink.minute.Measure.COMPLETIONS;
import static viewstream.flink.minute.Measure.DROPPED_FRAMES;
import static viewstream.flink.minute.Measure.ENGAGED_VIEWS;
import static viewstream.flink.minute.Measure.PLAYED_MS;
import static viewstream.flink.minute.Measure.PLAY_ATTEMPTS;
import static viewstream.flink.minute.Measure.STALLS;
import static viewstream.flink.minute.Measure.STARTUP_MS_SUM;
import static viewstream.flink.minute.Measure.VIEWS;
import static viewstream.flink.minute.Measure.WATCH_TIME_MS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viewstream.flink.Events;
import viewstream.flink.aggregate.Contributed;
import viewstream.flink.aggregate.Window;
import viewstream.flink.source.Logged;
import viewstream.flink.tracking.Correction;
import viewstream.flink.tracking.Tracked;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayedInterval;

class PlaybackContributionsTest {
  private static final String FIRST_MINUTE = "video-1 " + NOON.toEpochMilli();
  private static final String SECOND_MINUTE =
      "video-1 " + NOON.plus(Duration.ofMinutes(1)).toEpochMilli();

  private final Contributed<MinuteSums> minutes =
      new Contributed<>(new Window(Duration.ofMinutes(1), Duration.ofHours(1)), MinuteSums::new);

  @Test
  void viewCountsWithItsContextAndStartup() {
    contribute(
        tracked(playback(PlaybackType.first_frame, 5).setStartupMs(800L), 0, true, List.of()));

    MinuteSums minute = minutes.sums().get(FIRST_MINUTE);
    assertThat(minute.value(VIEWS)).isEqualTo(1);
    assertThat(minute.value(PLAY_ATTEMPTS)).isEqualTo(1);
    assertThat(minute.value(STARTUP_MS_SUM)).isEqualTo(800);
    assertThat(minute.startups().counts()).isEqualTo(Map.of(337, 1L));
    assertThat(minute.breakdown(Dimension.COUNTRY).counts()).isEqualTo(Map.of("DE", 1L));
    assertThat(minute.breakdown(Dimension.DEVICE).counts()).isEqualTo(Map.of("unknown", 1L));
    assertThat(minute.contributions()).isEqualTo(1);
  }

  @Test
  void eventCountsInItsOwnMinute() {
    contribute(
        tracked(
            playback(PlaybackType.buffer, 70)
                .setWatchedMs(60_000)
                .setBufferingMs(1_500)
                .setDroppedFrames(3)
                .setBitrateKbps(4_000L)
                .setDurationMs(90_000L)
                .setPlayed(
                    List.of(new PlayedInterval(0L, 7_000L), new PlayedInterval(5_000L, 6_000L))),
            9_000,
            false,
            List.of()));

    MinuteSums minute = minutes.sums().get(SECOND_MINUTE);
    assertThat(minute.value(WATCH_TIME_MS)).isEqualTo(9_000);
    assertThat(minute.value(BUFFERING_MS)).isEqualTo(1_500);
    assertThat(minute.value(STALLS)).isEqualTo(1);
    assertThat(minute.value(DROPPED_FRAMES)).isEqualTo(3);
    assertThat(minute.value(BITRATE_KBPS_MS)).isEqualTo(36_000_000);
    assertThat(minute.value(BITRATE_MS)).isEqualTo(9_000);
    assertThat(minute.value(PLAYED_MS)).isEqualTo(8_000);
    assertThat(minute.maxDurationMs()).isEqualTo(90_000);
    assertThat(minute.value(VIEWS)).isZero();
  }

  @Test
  void correctionsCountAtTheMilestone() {
    Correction correction = new Correction("video-1", NOON.toEpochMilli() + 1, 1, 1, 0, 0);
    contribute(tracked(playback(PlaybackType.complete, 70), 0, false, List.of(correction)));

    Map<String, MinuteSums> sums = minutes.sums();
    assertThat(sums.get(FIRST_MINUTE).value(ENGAGED_VIEWS)).isEqualTo(1);
    assertThat(sums.get(FIRST_MINUTE).value(COMPLETIONS)).isEqualTo(1);
    assertThat(sums.get(SECOND_MINUTE).value(COMPLETIONS)).isZero();
  }

  @Test
  void correctionToAClosedMinuteIsLateWhileItsEventIsNot() {
    Correction correction = new Correction("video-1", NOON.toEpochMilli(), 0, 1, 0, 0);
    contribute(tracked(playback(PlaybackType.complete, 3_700), 0, false, List.of(correction)));

    assertThat(minutes.sums()).hasSize(1).doesNotContainKey(FIRST_MINUTE);
    assertThat(minutes.late()).isEqualTo(1);
  }

  @Test
  void robotsDoNotCount() {
    PlaybackEvent event = Events.byRobot(playback(PlaybackType.first_frame, 0).build());
    contribute(new Tracked(logged(event), true, 0, true, true, List.of()));

    assertThat(minutes.sums()).isEmpty();
  }

  @Test
  void whatIsLeftToTheRollupDoesNotCount() {
    PlaybackEvent event = playback(PlaybackType.first_frame, 0).build();
    contribute(new Tracked(logged(event), false, 0, false, false, List.of()));

    assertThat(minutes.sums()).isEmpty();
  }

  private void contribute(Tracked tracked) {
    new PlaybackContributions().contribute(tracked, minutes.slots());
  }

  private static Tracked tracked(
      PlaybackEvent.Builder event, long creditedMs, boolean view, List<Correction> corrections) {
    return new Tracked(logged(event.build()), true, creditedMs, view, view, corrections);
  }

  /** In the log at once. */
  private static Logged<PlaybackEvent> logged(PlaybackEvent event) {
    return new Logged<>(event, event.getEventTime().toEpochMilli(), 0);
  }
}
