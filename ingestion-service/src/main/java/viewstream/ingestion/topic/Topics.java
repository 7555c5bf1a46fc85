package viewstream.ingestion.topic;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import viewstream.ingestion.publish.PublishProperties;
import viewstream.ingestion.publish.RegistryProperties;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/** Opens topics. */
@Component
public final class Topics {
  private final String kafka;
  private final SchemaRegistry registry;

  @Autowired
  Topics(PublishProperties kafka, RegistryProperties registry) {
    this(kafka.bootstrapServers(), registry.url());
  }

  /**
   * @param kafka brokers to ask first, host:port with commas
   * @param registry its Confluent API
   */
  public Topics(String kafka, String registry) {
    this.kafka = kafka;
    this.registry = new SchemaRegistry(registry);
  }

  /**
   * Follows a topic, on a thread of its own, from a start on. Neither Kafka nor the registry need
   * be there yet.
   *
   * @param listener gets the records
   */
  public <T extends SpecificRecord> TopicFollower<T> follow(
      Topic topic, Class<T> type, Start start, Listener<T> listener) {
    return new TopicFollower<>(
            topic,
            positions -> new TopicReader<>(topic, type, kafka, registry, start, positions),
            listener)
        .start();
  }

  /**
   * Reads a topic once.
   *
   * @throws IllegalStateException if it is not there, or Kafka is not; says which
   */
  public <T extends SpecificRecord> TopicReader<T> read(Topic topic, Class<T> type, Start start) {
    try {
      return new TopicReader<>(topic, type, kafka, registry, start, Map.of());
    } catch (TimeoutException away) {
      throw new IllegalStateException("Kafka does not answer at " + kafka, away);
    }
  }

  /** Writes to any topic. */
  public TopicWriter write() {
    return new TopicWriter(kafka, registry);
  }
}
