package viewstream.ingestion.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where the reading of a topic begins. */
public sealed interface Start {
  /** With the oldest record there is. */
  record Oldest() implements Start {}

  /** With the first record that was written at a time or later. */
  record Since(Instant logTime) implements Start {}

  /** The offsets at which to begin. */
  default Map<TopicPartition, Long> offsets(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    return switch (this) {
      case Oldest oldest -> consumer.beginningOffsets(partitions);
      case Since since -> offsets(consumer, partitions, since.logTime());
    };
  }

  private static Map<TopicPartition, Long> offsets(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Instant since) {
    var times = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    found.forEach(
        (partition, first) -> {
          if (first != null) {
            offsets.put(partition, first.offset());
          }
        });
    return offsets;
  }
}
