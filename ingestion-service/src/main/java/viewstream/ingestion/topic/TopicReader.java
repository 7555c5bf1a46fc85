package viewstream.ingestion.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.schema.registry.RecordDecoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.registry.UnknownSchemaException;
import viewstream.schema.registry.WireFormatException;
import viewstream.schema.topic.Topic;

/**
 * Reads all partitions of a topic, from a start on. For one thread. Every method throws some {@link
 * RuntimeException} of Kafka's when the brokers do not answer in time.
 */
public final class TopicReader<T extends SpecificRecord> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Topic topic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final RecordDecoder<T> decoder;
  private final List<TopicPartition> partitions;

  /**
   * @param kafka brokers to ask first
   * @param positions where to go on in partitions that were read before; the rest begins at the
   *     start
   */
  TopicReader(
      Topic topic,
      Class<T> type,
      String kafka,
      SchemaRegistry registry,
      Start start,
      Map<TopicPartition, Long> positions) {
    this.topic = topic;
    this.decoder = new RecordDecoder<>(type, registry);
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "viewstream-ingestion-" + topic.topicName(),
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    boolean open = false;
    try {
      this.partitions = awaitPartitions();
      consumer.assign(partitions);
      var begin = new HashMap<>(start.offsets(consumer, partitions));
      begin.putAll(positions);
      begin.forEach(consumer::seek);
      open = true;
    } finally {
      if (!open) {
        consumer.close();
      }
    }
  }

  /** The records that have arrived, waiting some time for the first. */
  List<Entry<T>> poll(Duration patience) {
    var entries = new ArrayList<Entry<T>>();
    for (ConsumerRecord<String, byte[]> found : consumer.poll(patience)) {
      try {
        T value = found.value() == null ? null : decoder.decode(found.value());
        entries.add(new Entry<>(found.key(), value, Instant.ofEpochMilli(found.timestamp())));
      } catch (WireFormatException | UnknownSchemaException unreadable) {
        log.atWarn()
            .addKeyValue("topic", found.topic())
            .addKeyValue("partition", found.partition())
            .addKeyValue("offset", found.offset())
            .log("a record cannot be read and is left out");
      }
    }
    return entries;
  }

  /** Hands over, in batches, all that is on the topic now. */
  public void readToEnd(Consumer<List<Entry<T>>> reader) {
    Map<TopicPartition, Long> ends = ends();
    while (!reached(ends)) {
      reader.accept(poll(PATIENCE));
    }
  }

  /** Where each partition ends now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** Whether everything before these ends has been read. */
  boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Where each partition will be read next. */
  Map<TopicPartition, Long> positions() {
    var positions = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    return positions;
  }

  /** Whether the topic has got more partitions than are being read. */
  boolean outgrown() {
    return partitions().size() != partitions.size();
  }

  /** Ends a wait of another thread's, with a {@link RuntimeException} there. */
  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** A topic that has just been made is known to a broker a moment later. */
  private List<TopicPartition> awaitPartitions() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<TopicPartition> found = partitions();
    while (found.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      found = partitions();
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "there is no topic %s; ./viewstream migrate makes it".formatted(topic.topicName()));
    }
    return found;
  }

  private List<TopicPartition> partitions() {
    return consumer.partitionsFor(topic.topicName()).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }
}
