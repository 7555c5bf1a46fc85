package viewstream.ingestion.fire;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import viewstream.ingestion.running.Backend;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.registry.RecordDecoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/** The ids of all playback events on the topic. */
final class TopicIds {
  private TopicIds() {}

  static Set<UUID> read(Backend backend) {
    var decoder = new RecordDecoder<>(PlaybackEvent.class, new SchemaRegistry(backend.registry()));
    Set<UUID> ids = new HashSet<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, backend.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.VIDEO_VIEW_EVENTS.topicName()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofSeconds(1))) {
          if (found.value() != null) {
            ids.add(UUID.fromString(decoder.decode(found.value()).getEventId().toString()));
          }
        }
      }
    }
    return ids;
  }
}
