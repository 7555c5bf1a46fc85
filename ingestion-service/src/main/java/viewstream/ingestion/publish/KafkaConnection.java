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
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(4);

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
   * @throws RuntimeException if the brokers or a topic are not there
   */
  static KafkaConnection open(
      PublishProperties properties, Set<Topic> topics, MeterRegistry meters) {
    DefaultKafkaProducerFactory<byte[], byte[]> producers = producers(properties);
    producers.addListener(new MicrometerProducerListener<>(meters));
    producers.setPhysicalCloseTimeout((int) LAST_WORDS.toSeconds());
    try {
      Producer<byte[], byte[]> producer = producers.createProducer();
      for (Topic topic : topics) {
        producer.partitionsFor(topic.topicName());
      }
      return new KafkaConnection(producers, producer);
    } catch (RuntimeException notThere) {
      producers.destroy();
      throw notThere;
    }
  }

  /**
   * Returns when all are on enough replicas.
   *
   * @throws PublishException if one is not
   */
  void send(List<Message> messages) {
    var acknowledgements = new Acknowledgements(messages.size());
    for (Message message : messages) {
      if (acknowledgements.failed()) {
        break; // each further record might block for as long as the first
      }
      producer.send(
          new ProducerRecord<>(message.topic().topicName(), message.key(), message.value()),
          acknowledgements);
    }
    acknowledgements.await();
  }

  @Override
  public void close() {
    producers.destroy();
  }

  private static DefaultKafkaProducerFactory<byte[], byte[]> producers(
      PublishProperties properties) {
    return new DefaultKafkaProducerFactory<>(
        Map.ofEntries(
            Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers()),
            Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "viewstream-ingestion"),
            Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
            Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
            Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
            Map.entry(ProducerConfig.LINGER_MS_CONFIG, properties.linger().toMillis()),
            Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, (int) properties.batchSize().toBytes()),
            Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, properties.buffer().toBytes()),
            Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.patience().toMillis()),
            Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis()),
            Map.entry(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) properties.deliveryTimeout().toMillis())),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
