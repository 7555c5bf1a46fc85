package viewstream.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Someone who watches one video after the other; says what an honest player would report. */
final class Viewer {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final double LIKES = 0.05;
  private static final double WATCHES_TO_THE_END = 0.4;

  private final RandomGenerator random;
  private final String userId;
  private final String sessionId;
  private Playback playback;
  private Instant next;

  Viewer(int number, Instant now, RandomGenerator random) {
    this.random = random;
    this.userId = "viewer-" + number;
    this.sessionId = UUID.randomUUID().toString();
    this.playback = choose();
    this.next = now.plusMillis(random.nextInt(30_000));
  }

  String userId() {
    return userId;
  }

  String sessionId() {
    return sessionId;
  }

  /** The events since the last call, as JSON objects; usually none. */
  List<String> events(Instant now) {
    List<String> events = new ArrayList<>();
    if (now.isBefore(next)) {
      return events;
    }
    switch (playback.stage()) {
      case NEW -> {
        events.add(playback.play(now));
        next = now.plusMillis(playback.startupMs());
      }
      case STARTING -> {
        events.add(playback.firstFrame(now));
        next = now.plus(HEARTBEAT);
      }
      case PLAYING -> watchOn(now, events);
    }
    return events;
  }

  private void watchOn(Instant now, List<String> events) {
    if (playback.isOver(now)) {
      events.addAll(playback.end(now));
      playback = choose();
      next = now.plusMillis(2_000 + random.nextInt(15_000));
      return;
    }
    events.add(playback.heartbeat(now));
    if (random.nextDouble() < LIKES) {
      events.add(playback.like(now));
    }
    next = now.plus(HEARTBEAT);
  }

  /** The first videos of the list are watched most. */
  private Playback choose() {
    List<DemoVideo> videos = DemoVideo.OTHERS;
    int rank = (int) (videos.size() * random.nextDouble() * random.nextDouble());
    DemoVideo video = videos.get(rank);
    double share = random.nextDouble() < WATCHES_TO_THE_END ? 1 : random.nextDouble(0.05, 1);
    return new Playback(video, 150 + random.nextInt(900), (long) (video.durationMs() * share));
  }
}
