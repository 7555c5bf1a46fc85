package viewstream.ingestion.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import viewstream.schema.registry.RecordEncoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/** Writes records for tools, straight to Kafka: what it says is written is. For one thread. */
public final class TopicWriter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(5);

  private final SchemaRegistry registry;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<Topic, RecordEncoder<SpecificRecord>> encoders = new EnumMap<>(Topic.class);
  private final List<Future<?>> outstanding = new ArrayList<>();

  TopicWriter(String kafka, SchemaRegistry registry) {
    this.registry = registry;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ProducerConfig.CLIENT_ID_CONFIG,
                "viewstream-ingestion-tool",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) REQUEST_PATIENCE.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Hands a record over.
   *
   * @param value of the topic's record type
   */
  public void write(Topic topic, @Nullable String key, SpecificRecord value) {
    byte[] encoded = encoder(topic, value).encode(value);
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    outstanding.add(producer.send(new ProducerRecord<>(topic.topicName(), keyBytes, encoded)));
  }

  /**
   * Returns when all records handed over are on enough replicas.
   *
   * @throws IllegalStateException if one is not
   */
  public void flush() {
    producer.flush();
    try {
      for (Future<?> record : outstanding) {
        record.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "Kafka did not take a record: " + failed.getCause().getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka worked", interrupted);
    } finally {
      outstanding.clear();
    }
  }

  @SuppressWarnings("unchecked") // the topic's records are all of the one class
  private RecordEncoder<SpecificRecord> encoder(Topic topic, SpecificRecord value) {
    return encoders.computeIfAbsent(
        topic,
        unseen ->
            new RecordEncoder<>(
                topic,
                (Class<SpecificRecord>) value.getClass().asSubclass(SpecificRecord.class),
                registry));
  }

  @Override
  public void close() {
    producer.close();
  }
}
