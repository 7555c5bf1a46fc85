package viewstream.benchmarks.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What is in the broker.
 *
 * @param bootstrapServers of the broker
 */
public record KafkaLog(String bootstrapServers) {
  /** Where the ingestion service puts playback and engagement. */
  public static final List<String> EVENT_TOPICS = List.of("video_view_events", "engagement_events");

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Keys and values, in turn, of all records that are in these topics now. */
  public List<byte[]> keysAndValues(Collection<String> topics) {
    List<byte[]> read = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records(topics)) {
      if (record.key() != null && record.value() != null) {
        read.add(record.key());
        read.add(record.value());
      }
    }
    return read;
  }

  private List<ConsumerRecord<byte[], byte[]>> records(Collection<String> topics) {
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(read::add);
      }
    }
    return read;
  }

  /** Makes a topic like those of the product. */
  public void create(String topic, int partitions) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
      admin
          .createTopics(List.of(wanted.configs(Map.of("message.timestamp.type", "LogAppendTime"))))
          .all()
          .get();
    }
  }
}
