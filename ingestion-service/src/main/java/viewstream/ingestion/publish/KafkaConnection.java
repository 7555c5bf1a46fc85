package viewstream.ingestion.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerProducerListener;
import viewstream.schema.topic.Topic;

/** A producer whose topics have been seen to be there. */
final class KafkaConnection implements AutoCloseable {
  /** Nothing waits any more but records that are in the spool as well. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(4);

  /** Topics that are seldom written to must stay known: asking for one blocks its sender. */
  private static final Duration REMEMBERED = Duration.ofDays(20);

  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final Producer<byte[], byte[]> producer;

  private KafkaConnection(
      DefaultKafkaProducerFactory<byte[], byte[]> producers, Producer<byte[], byte[]> producer) {
    this.producers = producers;
    this.producer = producer;
  }

  /**
   * Finds the topics.
   *
   * @param clientId of this connection alone: producers of one name take each other's metrics away
   * @param patience how long each may take
   * @throws RuntimeException if the brokers or a topic are not there
   */
  static KafkaConnection open(
      String clientId,
      PublishProperties properties,
      Set<Topic> topics,
      Duration patience,
      MeterRegistry meters) {
    DefaultKafkaProducerFactory<byte[], byte[]> producers = producers(clientId, properties);
    producers.addListener(new MicrometerProducerListener<>(meters));
    producers.setPhysicalCloseTimeout((int) LAST_WORDS.toSeconds());
    try {
      Producer<byte[], byte[]> producer = producers.createProducer();
      for (Topic topic : topics) {
        find(topic, producer, patience);
      }
      return new KafkaConnection(producers, producer);
    } catch (RuntimeException notThere) {
      producers.destroy();
      throw notThere;
    }
  }

  /**
   * Hands records to the producer. May block once, for as long as {@link
   * PublishProperties#patience} says.
   */
  Acknowledgements send(List<Message> messages) {
    var acknowledgements = new Acknowledgements(messages.size());
    for (Message message : messages) {
      if (acknowledgements.failed()) {
        break; // each further record might block for as long as the first
      }
      send(
          new ProducerRecord<>(message.topic().topicName(), message.key(), message.value()),
          acknowledgements);
    }
    return acknowledgements;
  }

  /** Writes a record that consumers skip, to see whether records can be written. */
  Acknowledgements probe() {
    var acknowledgement = new Acknowledgements(1);
    send(new ProducerRecord<>(Topic.VIDEO_VIEW_EVENTS.topicName(), null, null), acknowledgement);
    return acknowledgement;
  }

  @Override
  public void close() {
    producers.destroy();
  }

  private void send(ProducerRecord<byte[], byte[]> record, Acknowledgements acknowledgements) {
    try {
      producer.send(record, acknowledgements);
    } catch (RuntimeException refused) {
      acknowledgements.failed(refused);
    }
  }

  private static void find(Topic topic, Producer<byte[], byte[]> producer, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        producer.partitionsFor(topic.topicName());
        return;
      } catch (org.apache.kafka.common.errors.TimeoutException notYet) {
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
          throw notYet;
        }
      }
    }
  }

  private static DefaultKafkaProducerFactory<byte[], byte[]> producers(
      String clientId, PublishProperties properties) {
    return new DefaultKafkaProducerFactory<>(
        Map.ofEntries(
            Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers()),
            Map.entry(ProducerConfig.CLIENT_ID_CONFIG, clientId),
            Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
            Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
            Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
            Map.entry(ProducerConfig.LINGER_MS_CONFIG, properties.linger().toMillis()),
            Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, (int) properties.batchSize().toBytes()),
            Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, properties.buffer().toBytes()),
            Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.patience().toMillis()),
            Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, REMEMBERED.toMillis()),
            Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis()),
            Map.entry(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) properties.deliveryTimeout().toMillis())),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
