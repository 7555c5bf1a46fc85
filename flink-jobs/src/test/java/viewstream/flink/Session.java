package viewstream.flink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;

/** A viewer who watches a video for 40 seconds and reports it honestly. */
final class Session {
  static final long WATCHED_MS = 40_000;

  private Session() {}

  /** Its seven events, in order; the last is so many seconds ago. */
  static List<PlaybackEvent> of(String viewId, String videoId, long secondsAgo) {
    Instant start = Instant.now().minusSeconds(secondsAgo + 42);
    List<PlaybackEvent> events = new ArrayList<>();
    events.add(event(viewId, videoId, PlaybackType.play, start, 0, 0));
    events.add(event(viewId, videoId, PlaybackType.first_frame, start.plusSeconds(1), 0, 1));
    for (int beat = 1; beat <= 4; beat++) {
      Instant time = start.plusSeconds(1 + 10L * beat);
      events.add(event(viewId, videoId, PlaybackType.heartbeat, time, 10_000, 1 + beat));
    }
    events.add(event(viewId, videoId, PlaybackType.complete, start.plusSeconds(42), 0, 6));
    return events;
  }

  private static PlaybackEvent event(
      String viewId, String videoId, PlaybackType type, Instant time, long watchedMs, int seq) {
    return Events.playback(type, 0)
        .setEventId(UUID.randomUUID())
        .setViewId(viewId)
        .setVideoId(videoId)
        .setEventTime(time)
        .setWatchedMs(watchedMs)
        .setSeq(seq)
        .build();
  }
}
