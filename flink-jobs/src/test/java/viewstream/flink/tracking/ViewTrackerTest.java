package viewstream.flink.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.flink.Events.NOON;
import static viewstream.flink.Events.playback;
import static viewstream.schema.event.PlaybackType.first_frame;
import static viewstream.schema.event.PlaybackType.heartbeat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.flink.source.Logged;
import viewstream.schema.event.PlaybackEvent;

class ViewTrackerTest {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private KeyedOneInputStreamOperatorTestHarness<String, Logged<PlaybackEvent>, Tracked> operator;

  @BeforeEach
  void open() throws Exception {
    operator = harness();
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void letsAnEventThroughOnceWithWhatItCountsFor() throws Exception {
    PlaybackEvent event = playback(first_frame, 0).build();
    send(event, 0);
    send(event, 1_000);

    List<Tracked> tracked = operator.extractOutputValues();
    assertThat(tracked)
        .containsExactly(
            new Tracked(
                new Logged<>(event, NOON.toEpochMilli(), 0), true, 0, true, true, List.of()));
  }

  @Test
  void handsLateEventsOnForTheRollupAlone() throws Exception {
    send(playback(first_frame, 0).build(), DAY + 1);

    assertThat(operator.extractOutputValues())
        .allSatisfy(
            tracked -> {
              assertThat(tracked.live()).isFalse();
              assertThat(tracked.view()).isFalse();
            });
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void remembersAcrossARestore() throws Exception {
    PlaybackEvent event = playback(first_frame, 0).build();
    send(event, 0);
    OperatorSubtaskState checkpoint = operator.snapshot(1, 0);
    operator.close();

    operator = harness();
    operator.initializeState(checkpoint);
    operator.open();
    send(event, 5_000);

    assertThat(operator.extractOutputValues()).isEmpty();
  }

  @Test
  void clearsAViewAwayADayAfterItsLatestEvent() throws Exception {
    send(playback(first_frame, 0).build(), 0);
    send(playback(heartbeat, 60).build(), MINUTE);

    operator.processWatermark(NOON.toEpochMilli() + DAY + MINUTE);
    assertThat(operator.numKeyedStateEntries()).isEqualTo(1);

    operator.processWatermark(NOON.toEpochMilli() + DAY + 2 * MINUTE);
    assertThat(operator.numKeyedStateEntries()).isZero();
    assertThat(operator.numEventTimeTimers()).isZero();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Logged<PlaybackEvent>, Tracked>
      harness() throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ViewTracker(100)),
            (Logged<PlaybackEvent> report) -> report.value().getViewId(),
            Types.STRING);
    harness.setup(new TrackedSerializer());
    return harness;
  }

  private void send(PlaybackEvent event, long logMillisAfterNoon) throws Exception {
    long logTime = NOON.toEpochMilli() + logMillisAfterNoon;
    operator.processElement(new StreamRecord<>(new Logged<>(event, logTime, 0), logTime));
  }
}
