package viewstream.flink.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.flink.Events.playback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;

/** What must hold for every player, in every order of arrival. */
class ViewPropertyTest {
  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void honestPlayerIsCountedTheSameInEveryOrder(int seed) {
    Random random = new Random(seed);
    List<PlaybackEvent> events = honest(random);
    long claimed = events.stream().mapToLong(PlaybackEvent::getWatchedMs).sum();
    String inOrder = ViewLog.of(events).figures().toString();

    Collections.shuffle(events, random);
    ViewLog shuffled = ViewLog.of(events);

    assertThat(shuffled.figures().watchedMs).isEqualTo(claimed);
    assertThat(shuffled.figures()).hasToString(inOrder);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repeatsAnywhereChangeNothing(int seed) {
    Random random = new Random(seed);
    List<PlaybackEvent> events = honest(random);
    Collections.shuffle(events, random);
    List<Verdict> once = ViewLog.of(events).verdicts;

    List<PlaybackEvent> repeated = new ArrayList<>();
    for (PlaybackEvent event : events) {
      repeated.add(event);
      for (int i = random.nextInt(3); i > 0; i--) {
        repeated.add(repeated.get(random.nextInt(repeated.size())));
      }
    }
    List<Verdict> twice = new ArrayList<>(ViewLog.of(repeated).verdicts);
    twice.removeIf(Verdict.Duplicate.class::isInstance);

    assertThat(twice).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void forgerIsNeverCreditedMoreThanTheSpanAnd65Seconds(int seed) {
    Random random = new Random(seed);
    List<PlaybackEvent> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(
          playback(PlaybackType.heartbeat, random.nextInt(600))
              .setWatchedMs(random.nextInt(200_000))
              .build());
    }
    long earliest = events.stream().mapToLong(e -> e.getEventTime().toEpochMilli()).min().orElse(0);
    long latest = events.stream().mapToLong(e -> e.getEventTime().toEpochMilli()).max().orElse(0);

    assertThat(ViewLog.of(events).figures().watchedMs).isBetween(1L, latest - earliest + 65_000);
  }

  /** Plays, pauses and ends like a real player; every claim is true to the millisecond. */
  private static List<PlaybackEvent> honest(Random random) {
    List<PlaybackEvent> events = new ArrayList<>();
    int seq = 0;
    double now = random.nextInt(60);
    events.add(playback(PlaybackType.play, now).setSeq(seq++).build());
    now += random.nextInt(3_000) / 1_000.0;
    boolean starts = random.nextInt(10) > 0;
    if (starts) {
      events.add(
          playback(PlaybackType.first_frame, now)
              .setSeq(seq++)
              .setDurationMs((long) random.nextInt(60_000))
              .build());
      for (int i = random.nextInt(30); i > 0; i--) {
        long playedMs = 1_000 + random.nextInt(59_000);
        now += playedMs / 1_000.0;
        events.add(
            playback(PlaybackType.heartbeat, now).setSeq(seq++).setWatchedMs(playedMs).build());
      }
    }
    PlaybackType last = random.nextBoolean() ? PlaybackType.complete : PlaybackType.error;
    events.add(playback(last, now + 1).setSeq(seq).setFatal(random.nextBoolean()).build());
    return events;
  }
}
