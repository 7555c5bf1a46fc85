package viewstream.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One playback of one video: turns the passing of time into events. */
final class Playback {
  /** How far a playback has come. */
  enum Stage {
    NEW,
    STARTING,
    PLAYING
  }

  private final String viewId = UUID.randomUUID().toString();
  private final DemoVideo video;
  private final int startupMs;
  private final long watchMs;
  private Stage stage = Stage.NEW;
  private int seq;
  private long positionMs;
  private Instant last = Instant.EPOCH;

  /**
   * @param startupMs from play to the first frame
   * @param watchMs how much of the video is watched
   */
  Playback(DemoVideo video, int startupMs, long watchMs) {
    this.video = video;
    this.startupMs = startupMs;
    this.watchMs = watchMs;
  }

  Stage stage() {
    return stage;
  }

  int startupMs() {
    return startupMs;
  }

  boolean isOver(Instant now) {
    return positionMs + Duration.between(last, now).toMillis() >= watchMs;
  }

  String play(Instant now) {
    stage = Stage.STARTING;
    last = now;
    return event("play", now, "\"start_reason\":\"click\"");
  }

  String firstFrame(Instant now) {
    stage = Stage.PLAYING;
    last = now;
    return event("first_frame", now, "\"startup_ms\":" + startupMs);
  }

  String heartbeat(Instant now) {
    return event("heartbeat", now, "\"state\":\"playing\"," + watched(now));
  }

  List<String> end(Instant now) {
    List<String> events = new ArrayList<>();
    String watched = watched(now);
    if (positionMs >= video.durationMs()) {
      events.add(event("complete", now, watched));
      events.add(event("stop", now, "\"watched_ms\":0"));
    } else {
      events.add(event("stop", now, watched));
    }
    return events;
  }

  /** Not an event of this playback, so it has neither its id nor a sequence number. */
  String like(Instant now) {
    return "{\"type\":\"like\",\"event_id\":\"%s\",\"video_id\":\"%s\",\"timestamp\":%d}"
        .formatted(UUID.randomUUID(), video.id(), now.toEpochMilli());
  }

  /** What was played since the event before; moves on to now. */
  private String watched(Instant now) {
    long from = positionMs;
    long elapsed = Duration.between(last, now).toMillis();
    positionMs = Math.min(video.durationMs(), from + elapsed);
    last = now;
    return "\"watched_ms\":%d,\"played\":[[%d,%d]],\"position_ms\":%d,\"bitrate_kbps\":2400"
        .formatted(positionMs - from, from, positionMs, positionMs);
  }

  private String event(String type, Instant now, String fields) {
    return """
    {"type":"%s","event_id":"%s","view_id":"%s","seq":%d,"video_id":"%s","timestamp":%d,\
    "duration_ms":%d,%s}"""
        .formatted(
            type,
            UUID.randomUUID(),
            viewId,
            seq++,
            video.id(),
            now.toEpochMilli(),
            video.durationMs(),
            fields);
  }
}
