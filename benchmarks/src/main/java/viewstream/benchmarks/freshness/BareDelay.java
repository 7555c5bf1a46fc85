package viewstream.benchmarks.freshness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How long a record takes from a producer through the broker to a consumer that waits for it.
 *
 * @param bootstrapServers of the broker
 * @param topic of one partition that nobody else uses
 * @param records how many are sent, one after the other
 */
record BareDelay(String bootstrapServers, String topic, int records)
    implements Callable<List<Double>> {
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 50;

  /** Seconds from sent to received. */
  @Override
  public List<Double> call() throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5);
    try (KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < records; i++) {
        Thread.sleep(PAUSE_MILLIS);
        long sent = System.nanoTime();
        producer.send(new ProducerRecord<>(topic, new byte[] {1}));
        while (consumer.poll(POLL).isEmpty()) {
          // A record is on its way.
        }
        seconds.add((System.nanoTime() - sent) / 1e9);
      }
      return seconds;
    }
  }
}
