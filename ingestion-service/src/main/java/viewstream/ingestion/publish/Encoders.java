package viewstream.ingestion.publish;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.registry.RecordEncoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/** One encoder for each topic that this service writes. */
final class Encoders {
  private final Map<Topic, Encoder> byTopic = new EnumMap<>(Topic.class);

  /**
   * Registers the schemas, or finds them.
   *
   * @throws viewstream.schema.registry.RegistryUnavailableException if the registry does not answer
   */
  Encoders(SchemaRegistry registry) {
    add(Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class, registry);
    add(Topic.ENGAGEMENT_EVENTS, EngagementEvent.class, registry);
    add(Topic.REJECTED_EVENTS, RejectedEvent.class, registry);
    add(Topic.VIDEO_CATALOG, CatalogVideo.class, registry);
    add(Topic.CHANNEL_CATALOG, CatalogChannel.class, registry);
  }

  Set<Topic> topics() {
    return byTopic.keySet();
  }

  byte[] encode(Message message) {
    Encoder encoder = byTopic.get(message.topic());
    if (encoder == null) {
      throw new IllegalArgumentException("nothing is written to " + message.topic());
    }
    return encoder.encode(message.value());
  }

  private <T extends SpecificRecord> void add(Topic topic, Class<T> type, SchemaRegistry registry) {
    var encoder = new RecordEncoder<>(topic, type, registry);
    byTopic.put(topic, value -> encoder.encode(type.cast(value)));
  }

  private interface Encoder {
    byte[] encode(SpecificRecord value);
  }
}
