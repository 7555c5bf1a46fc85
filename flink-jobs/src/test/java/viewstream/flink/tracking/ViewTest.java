package viewstream.flink.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.flink.Events.NOON;
import static viewstream.flink.Events.playback;
import static viewstream.schema.event.PlaybackType.complete;
import static viewstream.schema.event.PlaybackType.content_change;
import static viewstream.schema.event.PlaybackType.error;
import static viewstream.schema.event.PlaybackType.first_frame;
import static viewstream.schema.event.PlaybackType.heartbeat;
import static viewstream.schema.event.PlaybackType.play;
import static viewstream.schema.event.PlaybackType.player_event;
import static viewstream.schema.event.PlaybackType.player_state;
import static viewstream.schema.event.PlaybackType.quality_change;
import static viewstream.schema.event.PlaybackType.view;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import viewstream.schema.event.Cmcd;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayerState;

class ViewTest {
  private static final long FOREVER = Duration.ofDays(30).toMillis();

  @Test
  void reportsOfPlayersThatSpeakCmcdAreFactsThatCountNowhere() {
    ViewLog log =
        ViewLog.of(
            cmcd(player_state, 0).setState(PlayerState.starting),
            cmcd(player_state, 1).setState(PlayerState.playing),
            cmcd(heartbeat, 11).setState(PlayerState.playing),
            cmcd(quality_change, 12).setBitrateKbps(900L),
            cmcd(player_event, 13).setName("m"),
            cmcd(content_change, 14),
            cmcd(error, 15).setFatal(true).setState(PlayerState.fatal));

    assertThat(log.verdicts).hasOnlyElementsOfType(Verdict.Accepted.class);
    assertThat(log.figures())
        .hasToString(
            "watched 0, attempts 0, views 0, engaged 0, completed 0, failed 0, no start 0");
  }

  private static PlaybackEvent.Builder cmcd(PlaybackType type, double seconds) {
    return playback(type, seconds).setCmcd(Cmcd.newBuilder().setE("ps").build());
  }

  @Nested
  class Duplicates {
    @Test
    void sameIdCountsOnce() {
      PlaybackEvent event = playback(heartbeat, 0).setWatchedMs(10_000).build();
      PlaybackEvent again = playback(heartbeat, 5).setEventId(event.getEventId()).build();

      ViewLog log = ViewLog.of(List.of(event, event, again));

      assertThat(log.verdicts.subList(1, 3)).containsOnly(new Verdict.Duplicate(false));
      assertThat(log.figures().watchedMs).isEqualTo(10_000);
    }

    @Test
    void sameSequenceNumberUnderAnotherIdIsAConflict() {
      ViewLog log = ViewLog.of(playback(play, 0).setSeq(7), playback(heartbeat, 5).setSeq(7));

      assertThat(log.verdicts.getLast()).isEqualTo(new Verdict.Duplicate(true));
    }

    @Test
    void sequenceNumbersAbove65535AreIgnored() {
      ViewLog log =
          ViewLog.of(playback(play, 0).setSeq(65_536), playback(heartbeat, 5).setSeq(65_536));

      assertThat(log.duplicates()).isZero();
    }

    @Test
    void eventsBeyondMemoryAreLeftToTheRollup() {
      View view = new View();
      view.fold(playback(play, 0).build(), NOON.toEpochMilli(), 1);

      assertThat(view.fold(playback(heartbeat, 1).build(), NOON.toEpochMilli() + 1, 1))
          .isInstanceOf(Verdict.BeyondMemory.class);
    }
  }

  @Nested
  class WatchTimeCap {
    @Test
    void grants65SecondsWhereNoEarlierEventIsKnown() {
      assertThat(ViewLog.of(playback(heartbeat, 0).setWatchedMs(FOREVER)).credited())
          .containsExactly(65_000L);
    }

    @Test
    void grantsTheGapAndFiveSeconds() {
      ViewLog log =
          ViewLog.of(playback(first_frame, 0), playback(heartbeat, 10).setWatchedMs(FOREVER));

      assertThat(log.credited()).containsExactly(0L, 15_000L);
    }

    @Test
    void measuresTheGapFromAStrictlyEarlierEvent() {
      ViewLog log =
          ViewLog.of(
              playback(first_frame, 0),
              playback(heartbeat, 10),
              playback(heartbeat, 10).setWatchedMs(FOREVER));

      assertThat(log.credited().getLast()).isEqualTo(15_000);
    }

    @Test
    void measuresALatecomerFromTheLatestEarlierEventSeenSoFar() {
      ViewLog log =
          ViewLog.of(
              playback(heartbeat, 60).setWatchedMs(20_000),
              playback(heartbeat, 40).setWatchedMs(20_000),
              playback(heartbeat, 50).setWatchedMs(FOREVER));

      assertThat(log.credited()).containsExactly(20_000L, 20_000L, 15_000L);
    }

    @Test
    void totalNeverExceedsTheSpanAnd65Seconds() {
      List<PlaybackEvent> forged =
          IntStream.range(0, 101)
              .mapToObj(second -> playback(heartbeat, second).setWatchedMs(FOREVER).build())
              .toList();

      assertThat(ViewLog.of(forged).figures().watchedMs).isEqualTo(100_000 + 65_000);
    }

    @Test
    void grantsAWholePlaybackUpToADay() {
      ViewLog log = ViewLog.of(playback(view, 0).setWatchedMs(FOREVER));

      assertThat(log.credited()).containsExactly(Duration.ofDays(1).toMillis());
    }

    @Test
    void capsAWholePlaybackThatIsNotTheFirstLikeAnyOtherEvent() {
      ViewLog log =
          ViewLog.of(
              playback(view, 0).setWatchedMs(1_000), playback(view, 1).setWatchedMs(FOREVER));

      assertThat(log.credited()).containsExactly(1_000L, 6_000L);
      assertThat(log.figures().views).isEqualTo(1);
    }

    @Test
    void negativeClaimsAreWorthNothing() {
      assertThat(ViewLog.of(playback(heartbeat, 0).setWatchedMs(-5)).credited())
          .containsExactly(0L);
    }
  }

  @Nested
  class Milestones {
    @Test
    void countsOneAttemptAndOneViewAtTheFirstOfEach() {
      ViewLog log =
          ViewLog.of(
              playback(play, 0), playback(first_frame, 1), playback(play, 2), playback(view, 3));

      assertThat(log.verdicts.get(0))
          .isEqualTo(new Verdict.Accepted(0, true, false, List.of(), false));
      assertThat(log.verdicts.get(1))
          .isEqualTo(new Verdict.Accepted(0, false, true, List.of(), false));
      assertThat(log.verdicts.get(3))
          .isEqualTo(new Verdict.Accepted(0, false, false, List.of(), true));
      assertThat(log.figures().attempts).isEqualTo(1);
      assertThat(log.figures().views).isEqualTo(1);
    }

    @Test
    void firstFrameAloneIsAttemptAndView() {
      ViewLog log = ViewLog.of(playback(first_frame, 0));

      assertThat(log.verdicts)
          .containsExactly(new Verdict.Accepted(0, true, true, List.of(), false));
    }

    @Test
    void viewIsEngagedAt30SecondsAndCountsAtItsFirstFrame() {
      ViewLog log =
          ViewLog.of(
              playback(first_frame, 0),
              playback(heartbeat, 20).setWatchedMs(20_000),
              playback(heartbeat, 30).setWatchedMs(10_000));

      assertThat(log.verdicts.getLast())
          .isEqualTo(
              new Verdict.Accepted(
                  10_000,
                  false,
                  false,
                  List.of(new Correction("video-1", NOON.toEpochMilli(), 1, 0, 0, 0)),
                  false));
    }

    @Test
    void shortVideoIsEngagedBeyondHalfOfIt() {
      assertThat(engagedAfter(10_001, 20_000)).isEqualTo(1);
      assertThat(engagedAfter(10_000, 20_000)).isZero();
    }

    @Test
    void engagementIsTakenBackWhenTheVideoTurnsOutToBeLonger() {
      ViewLog log =
          ViewLog.of(
              playback(first_frame, 0).setDurationMs(20_000L),
              playback(heartbeat, 15).setWatchedMs(15_000),
              playback(heartbeat, 16).setDurationMs(60_000L));

      assertThat(log.verdicts.getLast())
          .extracting(verdict -> ((Verdict.Accepted) verdict).corrections())
          .isEqualTo(List.of(new Correction("video-1", NOON.toEpochMilli(), -1, 0, 0, 0)));
      assertThat(log.figures().engaged).isZero();
    }

    @Test
    void nothingIsEngagedOrCompletedBeforeTheFirstFrameIsKnown() {
      ViewLog log =
          ViewLog.of(playback(heartbeat, 60).setWatchedMs(40_000), playback(complete, 61));
      assertThat(log.figures().engaged).isZero();
      assertThat(log.figures().completions).isZero();

      log.add(playback(first_frame, 1).build(), NOON.toEpochMilli() + 62_000);

      assertThat(log.figures().engaged).isEqualTo(1);
      assertThat(log.figures().completions).isEqualTo(1);
    }

    @Test
    void wholePlaybackMayBeCompleteAndEngagedAtOnce() {
      ViewLog log = ViewLog.of(playback(view, 0).setWatchedMs(30_000).setCompleted(true));

      assertThat(log.figures().engaged).isEqualTo(1);
      assertThat(log.figures().completions).isEqualTo(1);
    }

    @Test
    void fatalErrorBeforeTheFirstFrameIsAStartFailureOfTheAttempt() {
      ViewLog log = ViewLog.of(playback(play, 0), playback(error, 1).setFatal(true));

      assertThat(log.figures().startFailures).isEqualTo(1);
      assertThat(log.figures().playbackFailures).isZero();
    }

    @Test
    void errorThatIsNotFatalIsNoFailure() {
      ViewLog log = ViewLog.of(playback(play, 0), playback(error, 1).setFatal(false));

      assertThat(log.figures().startFailures).isZero();
    }

    @Test
    void failureMovesWhenTheFirstFrameTurnsOutToHaveBeenEarlier() {
      ViewLog log =
          ViewLog.of(
              playback(play, 0), playback(error, 9).setFatal(true), playback(first_frame, 1));

      assertThat(log.verdicts.getLast())
          .extracting(verdict -> ((Verdict.Accepted) verdict).corrections())
          .isEqualTo(
              List.of(
                  new Correction("video-1", NOON.toEpochMilli(), 0, 0, 0, -1),
                  new Correction("video-1", NOON.toEpochMilli() + 1_000, 0, 0, 1, 0)));
    }

    private int engagedAfter(long watchedMs, long durationMs) {
      return ViewLog.of(
              playback(first_frame, 0).setDurationMs(durationMs),
              playback(heartbeat, 15).setWatchedMs(watchedMs))
          .figures()
          .engaged;
    }
  }

  @Nested
  class Lateness {
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void eventMoreThanADayLateIsLeftToTheRollupAndTouchesNothing() {
      ViewLog log = new ViewLog();
      PlaybackEvent event = playback(first_frame, 0).build();

      assertThat(log.add(event, NOON.toEpochMilli() + DAY + 1)).isInstanceOf(Verdict.TooLate.class);
      assertThat(log.view.events.isEmpty()).isTrue();
    }

    @Test
    void eventExactlyADayLateStillCounts() {
      ViewLog log = new ViewLog();

      assertThat(log.add(playback(first_frame, 0).build(), NOON.toEpochMilli() + DAY))
          .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void viewIsForgottenADayAfterItsLatestEvent() {
      ViewLog log = ViewLog.of(playback(first_frame, 0));
      PlaybackEvent replay = playback(first_frame, 10).setEventId(UUID.randomUUID()).build();

      assertThat(log.view.isForgottenAt(NOON.toEpochMilli() + DAY)).isFalse();
      assertThat(log.view.isForgottenAt(NOON.toEpochMilli() + DAY + 1)).isTrue();
      assertThat(((Verdict.Accepted) log.add(replay, NOON.toEpochMilli() + DAY + 1)).view())
          .isTrue();
    }
  }
}
