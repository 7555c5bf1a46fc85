package viewstream.ingestion.publish;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.event.RevenueEvent;
import viewstream.schema.registry.RecordEncoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/** One encoder for each topic that this service writes, found when the registry is there. */
@Component
final class Encoders implements MessageEncoder {
  /** Set once, complete, by the thread that connects; empty until then. */
  private volatile Map<Topic, Encoder> byTopic = Map.of();

  /**
   * Registers the schemas, or finds them.
   *
   * @throws viewstream.schema.registry.RegistryUnavailableException if the registry does not answer
   */
  void find(SchemaRegistry registry) {
    var found = new EnumMap<Topic, Encoder>(Topic.class);
    add(found, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class, registry);
    add(found, Topic.ENGAGEMENT_EVENTS, EngagementEvent.class, registry);
    add(found, Topic.REVENUE_EVENTS, RevenueEvent.class, registry);
    add(found, Topic.IMPORT_EVENTS, PlaybackEvent.class, registry);
    add(found, Topic.REJECTED_EVENTS, RejectedEvent.class, registry);
    add(found, Topic.VIDEO_CATALOG, CatalogVideo.class, registry);
    add(found, Topic.CHANNEL_CATALOG, CatalogChannel.class, registry);
    byTopic = found;
  }

  Set<Topic> topics() {
    return byTopic.keySet();
  }

  @Override
  public Message encode(Topic topic, @Nullable String key, SpecificRecord value) {
    Map<Topic, Encoder> known = byTopic;
    if (known.isEmpty()) {
      throw new PublishException("not connected to the schema registry yet");
    }
    Encoder encoder = known.get(topic);
    if (encoder == null) {
      throw new IllegalArgumentException("nothing is written to " + topic);
    }
    return new Message(
        topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), encoder.encode(value));
  }

  private static <T extends SpecificRecord> void add(
      Map<Topic, Encoder> found, Topic topic, Class<T> type, SchemaRegistry registry) {
    var encoder = new RecordEncoder<>(topic, type, registry);
    found.put(topic, value -> encoder.encode(type.cast(value)));
  }

  private interface Encoder {
    byte[] encode(SpecificRecord value);
  }
}
