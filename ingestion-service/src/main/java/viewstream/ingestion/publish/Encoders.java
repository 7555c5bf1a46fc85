package viewstream.ingestion.publish;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.ingestion.spool.SpoolProperties;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.event.RevenueEvent;
import viewstream.schema.registry.RecordEncoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/**
 * One encoder for each topic that this service writes, made when the ids of the schemas are known:
 * from the last run at first, from the registry when it is there.
 */
@Component
final class Encoders implements MessageEncoder, Headers {
  private static final Logger log = LoggerFactory.getLogger(Encoders.class);

  private static final Map<Topic, Class<? extends SpecificRecord>> TYPES =
      Map.of(
          Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class,
          Topic.ENGAGEMENT_EVENTS, EngagementEvent.class,
          Topic.REVENUE_EVENTS, RevenueEvent.class,
          Topic.IMPORT_EVENTS, PlaybackEvent.class,
          Topic.REJECTED_EVENTS, RejectedEvent.class,
          Topic.VIDEO_CATALOG, CatalogVideo.class,
          Topic.CHANNEL_CATALOG, CatalogChannel.class);

  private final SchemaIds kept;

  /** Always complete or empty; set by the start and then by the thread that connects. */
  private volatile Map<Topic, Encoder> byTopic;

  Encoders(SpoolProperties spool) {
    this.kept = new SchemaIds(spool.folder().resolve("schemas.properties"));
    this.byTopic = encoders(kept.read(topics()));
  }

  /**
   * Registers the schemas, or finds them, and keeps their ids.
   *
   * @throws viewstream.schema.registry.RegistryUnavailableException if the registry does not answer
   */
  void find(SchemaRegistry registry) {
    var ids = new EnumMap<Topic, Integer>(Topic.class);
    topics().forEach(topic -> ids.put(topic, registry.register(topic)));
    Map<Topic, Integer> before = kept.read(topics());
    if (!before.isEmpty() && !before.equals(ids)) {
      log.atError()
          .addKeyValue("before", before)
          .addKeyValue("now", ids)
          .log("the registry gives known schemas other ids: it has lost its data");
    }
    byTopic = encoders(ids);
    if (!before.equals(ids)) {
      kept.write(ids);
    }
  }

  Set<Topic> topics() {
    return TYPES.keySet();
  }

  /** Whether anything can be encoded yet. */
  boolean ready() {
    return !byTopic.isEmpty();
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

  @Override
  public byte @Nullable [] of(Topic topic) {
    Encoder encoder = byTopic.get(topic);
    return encoder == null ? null : encoder.header();
  }

  private static Map<Topic, Encoder> encoders(Map<Topic, Integer> ids) {
    var encoders = new EnumMap<Topic, Encoder>(Topic.class);
    ids.forEach((topic, id) -> encoders.put(topic, encoder(TYPES.get(topic), id)));
    return encoders;
  }

  private static <T extends SpecificRecord> Encoder encoder(Class<T> type, int schemaId) {
    var encoder = new RecordEncoder<>(type, schemaId);
    return new Encoder(encoder.header(), value -> encoder.encode(type.cast(value)));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere, changed nowhere
  private record Encoder(byte[] header, Function<SpecificRecord, byte[]> encoding) {
    byte[] encode(SpecificRecord value) {
      return encoding.apply(value);
    }
  }
}
