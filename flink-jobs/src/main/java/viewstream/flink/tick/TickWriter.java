package viewstream.flink.tick;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes ticks. One that is lost is made up for by the next, so nothing here fails the job: while
 * Kafka is away, time stands still, which is what it should do.
 */
final class TickWriter implements SinkWriter<Long> {
  /** No id may contain a number sign, so on a compacted topic a tick replaces nothing but ticks. */
  private static final byte[] KEY = "#tick".getBytes(StandardCharsets.UTF_8);

  private static final Logger LOG = LoggerFactory.getLogger(TickWriter.class);
  private static final int TIMEOUT_MS = 3_000;
  private static final int METADATA_AGE_MS = 30_000;

  private final Producer<byte[], byte[]> producer;
  private final List<String> topics;

  TickWriter(String bootstrapServers, List<String> topics) {
    this(
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG, "viewstream-ticks",
                ProducerConfig.ACKS_CONFIG, "1",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                ProducerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MS),
            new ByteArraySerializer(),
            new ByteArraySerializer()),
        topics);
  }

  TickWriter(Producer<byte[], byte[]> producer, List<String> topics) {
    this.producer = producer;
    this.topics = topics;
  }

  @Override
  public void write(Long number, Context context) {
    try {
      for (String topic : topics) {
        for (PartitionInfo partition : producer.partitionsFor(topic)) {
          producer.send(new ProducerRecord<>(topic, partition.partition(), KEY, null));
        }
      }
    } catch (KafkaException away) {
      LOG.debug("No tick: {}", away.getMessage());
    }
  }

  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
