package viewstream.ingestion.running;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import viewstream.schema.registry.RecordDecoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/** Reads a topic from its beginning, as any consumer would. */
public final class TopicLog<T extends SpecificRecord> implements AutoCloseable {
  /**
   * @param key of the record, if it has one
   * @param value decoded
   */
  public record Entry<T>(String key, T value) {}

  private final KafkaConsumer<String, byte[]> consumer;
  private final RecordDecoder<T> decoder;
  private final List<Entry<T>> seen = new ArrayList<>();

  public TopicLog(Backend backend, Topic topic, Class<T> type) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, backend.kafka()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.decoder = new RecordDecoder<>(type, new SchemaRegistry(backend.registry()));
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The records that match, once there are as many as expected. */
  public List<Entry<T>> matching(Predicate<T> wanted, int expected) {
    Awaiting<T> awaiting = new Awaiting<>(wanted);
    await("records on the topic")
        .atMost(Duration.ofSeconds(20))
        .until(() -> awaiting.among(poll()).size() >= expected);
    return awaiting.among(seen);
  }

  private List<Entry<T>> poll() {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
      if (record.value() != null) {
        seen.add(new Entry<>(record.key(), decoder.decode(record.value())));
      }
    }
    return seen;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private record Awaiting<T>(Predicate<T> wanted) {
    List<Entry<T>> among(List<Entry<T>> entries) {
      return entries.stream().filter(entry -> wanted.test(entry.value())).toList();
    }
  }
}
