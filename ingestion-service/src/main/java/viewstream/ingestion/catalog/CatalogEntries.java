package viewstream.ingestion.catalog;

import java.time.Instant;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.ingestion.validation.RejectReason;
import viewstream.ingestion.validation.Timestamps;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.topic.Topic;

/**
 * Reads what a video or channel is. The readers throw {@link InvalidEventException} when a field is
 * missing or breaks its rule.
 */
final class CatalogEntries {
  private static final int LONGEST_NAME = 500;
  private static final long LONGEST_MS = 10_000_000_000_000L;

  private CatalogEntries() {}

  static CatalogEntry video(String videoId, EventObject fields, Instant received) {
    var video = new CatalogVideo();
    video.setVideoId(videoId);
    video.setChannelId(fields.requiredId("channel_id"));
    video.setTitle(name(fields, "title"));
    video.setDurationMs(fields.whole("duration_ms", LONGEST_MS));
    video.setPublishedAt(Timestamps.read(fields, "published_at"));
    video.setLive(Boolean.TRUE.equals(fields.flag("live")));
    video.setReceivedTime(received);
    return new CatalogEntry(Topic.VIDEO_CATALOG, videoId, video);
  }

  static CatalogEntry channel(String channelId, EventObject fields, Instant received) {
    var channel = new CatalogChannel();
    channel.setChannelId(channelId);
    channel.setName(name(fields, "name"));
    channel.setReceivedTime(received);
    return new CatalogEntry(Topic.CHANNEL_CATALOG, channelId, channel);
  }

  private static String name(EventObject fields, String field) {
    String name = fields.text(field);
    if (name == null || name.isBlank()) {
      throw new InvalidEventException(RejectReason.MISSING_FIELD, field, field + " is required");
    }
    if (name.length() > LONGEST_NAME) {
      throw new InvalidEventException(
          RejectReason.INVALID_FIELD, field, field + " must be at most 500 characters long");
    }
    return name;
  }
}
