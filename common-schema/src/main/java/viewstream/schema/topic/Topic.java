package viewstream.schema.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;
import viewstream.schema.event.AccessKey;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.event.RevenueEvent;

/**
 * The Kafka topics. All use the broker's append time. A record without a value carries nothing but
 * that time: consumers skip it.
 */
public enum Topic {
  /** {@link PlaybackEvent} by {@code view_id}. */
  VIDEO_VIEW_EVENTS(
      "video_view_events", PlaybackEvent.getClassSchema(), kept(Duration.ofHours(48))),
  /** {@link EngagementEvent} by {@code event_id}. */
  ENGAGEMENT_EVENTS(
      "engagement_events", EngagementEvent.getClassSchema(), kept(Duration.ofHours(48))),
  /** {@link RevenueEvent} by {@code event_id}. */
  REVENUE_EVENTS("revenue_events", RevenueEvent.getClassSchema(), keptForEver()),
  /** {@link PlaybackEvent} of any age by {@code view_id}; the days it touches are rolled again. */
  IMPORT_EVENTS("import_events", PlaybackEvent.getClassSchema(), keptForEver()),
  /** {@link CatalogVideo} by {@code video_id}. */
  VIDEO_CATALOG("video_catalog", CatalogVideo.getClassSchema(), newestPerKey()),
  /** {@link CatalogChannel} by {@code channel_id}. */
  CHANNEL_CATALOG("channel_catalog", CatalogChannel.getClassSchema(), newestPerKey()),
  /** {@link AccessKey} by its name. */
  WRITE_KEYS("write_keys", AccessKey.getClassSchema(), newestPerKey()),
  /** {@link RejectedEvent} without a key. */
  REJECTED_EVENTS("rejected_events", RejectedEvent.getClassSchema(), kept(Duration.ofDays(7)));

  private final String topicName;
  private final Schema schema;
  private final Map<String, String> cleanup;
  private final boolean compacted;

  Topic(String topicName, Schema schema, Map<String, String> cleanup) {
    this.topicName = topicName;
    this.schema = schema;
    this.cleanup = cleanup;
    this.compacted = cleanup.containsValue(TopicConfig.CLEANUP_POLICY_COMPACT);
  }

  /** The topic's name in Kafka. */
  public String topicName() {
    return topicName;
  }

  /** The subject of its values in the schema registry. */
  public String subject() {
    return topicName + "-value";
  }

  /** The schema that this version of the product writes and reads. */
  public Schema schema() {
    return schema;
  }

  /** Whether only the newest record of each key counts, so that a late older one would do harm. */
  public boolean isCompacted() {
    return compacted;
  }

  /** Topic configuration as Kafka names it. */
  public Map<String, String> configuration() {
    var configuration = new HashMap<>(cleanup);
    configuration.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    return Map.copyOf(configuration);
  }

  private static Map<String, String> kept(Duration retention) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(retention.toMillis()));
  }

  /** For what nothing reads yet: it must still be there when something does. */
  private static Map<String, String> keptForEver() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        "-1");
  }

  private static Map<String, String> newestPerKey() {
    return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
  }
}
