package viewstream.benchmarks.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The child process that reads records and throws them away. Arguments: brokers, topic. For each
 * line, a number, it reads as many, and goes on where it stopped.
 */
final class ConsumerWorker {
  private static final Duration POLL = Duration.ofMillis(200);

  private ConsumerWorker() {}

  public static void main(String[] arguments) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", arguments[0]),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(arguments[1]).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Scanner commands = new Scanner(System.in);
      while (commands.hasNextInt()) {
        System.out.println(read(consumer, commands.nextInt()));
      }
    }
  }

  private static int read(KafkaConsumer<byte[], byte[]> consumer, int records) {
    int read = 0;
    while (read < records) {
      read += consumer.poll(POLL).count();
    }
    return read;
  }
}
