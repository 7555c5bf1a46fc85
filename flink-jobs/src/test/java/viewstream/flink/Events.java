package viewstream.flink;

import java.time.Instant;
import java.util.UUID;
import viewstream.schema.event.Context;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.EngagementType;
import viewstream.schema.event.EventSource;
import viewstream.schema.event.Origin;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.TrafficClass;
import viewstream.schema.event.TrustedRecords;

/** Events to start from. */
public final class Events {
  public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  static {
    TrustedRecords.trust();
  }

  private Events() {}

  /** A playback event of view {@code view-1} of {@code video-1}, so many seconds after noon. */
  public static PlaybackEvent.Builder playback(PlaybackType type, double seconds) {
    Instant time = NOON.plusMillis(Math.round(seconds * 1_000));
    return PlaybackEvent.newBuilder()
        .setEventId(UUID.randomUUID())
        .setViewId("view-1")
        .setVideoId("video-1")
        .setType(type)
        .setEventTime(time)
        .setContext(Context.newBuilder().setCountry("DE").build())
        .setOrigin(origin(time));
  }

  public static EngagementEvent.Builder engagement(EngagementType type, double seconds) {
    Instant time = NOON.plusMillis(Math.round(seconds * 1_000));
    return EngagementEvent.newBuilder()
        .setEventId(UUID.randomUUID())
        .setType(type)
        .setVideoId("video-1")
        .setEventTime(time)
        .setContext(Context.newBuilder().build())
        .setOrigin(origin(time));
  }

  /** The same event as a robot would send it. */
  public static PlaybackEvent byRobot(PlaybackEvent event) {
    return PlaybackEvent.newBuilder(event)
        .setOrigin(Origin.newBuilder(event.getOrigin()).setTrafficClass(TrafficClass.bot).build())
        .build();
  }

  private static Origin origin(Instant time) {
    return Origin.newBuilder()
        .setWriteKey("key-1")
        .setSource(EventSource.player)
        .setTrafficClass(TrafficClass.human)
        .setViewerId(42)
        .setAnonymous(true)
        .setClientTime(time)
        .setReceivedTime(time)
        .setBodyHash(1)
        .build();
  }
}
