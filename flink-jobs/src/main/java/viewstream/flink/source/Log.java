package viewstream.flink.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import viewstream.flink.serial.SerializedType;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.topic.Topic;

/**
 * Reads topics. Log time, the broker's append time, becomes the stream's time, and watermarks come
 * from nothing else: per partition, the time of the newest record or tick, less a millisecond.
 */
public final class Log {
  private static final String DISCOVER_PARTITIONS = "partition.discovery.interval.ms";

  private final StreamExecutionEnvironment environment;
  private final String bootstrapServers;
  private final String registryUrl;
  private final String group;
  private final List<Topic> topics = new ArrayList<>();
  private final List<DataStream<Logged<RejectedEvent>>> rejected = new ArrayList<>();

  /**
   * @param group under which progress is committed to Kafka, for lag to be seen; the job itself
   *     goes by its checkpoints
   */
  public Log(
      StreamExecutionEnvironment environment,
      String bootstrapServers,
      String registryUrl,
      String group) {
    this.environment = environment;
    this.bootstrapServers = bootstrapServers;
    this.registryUrl = registryUrl;
    this.group = group;
  }

  /**
   * Reads a topic from the checkpoint on. Without one, from its beginning and not from where the
   * group left off: figures are whole values, and only the whole log gives them back.
   *
   * @param parallelism at most the number of partitions: a task without one would hold time back
   */
  public <T extends SpecificRecord> SingleOutputStreamOperator<Logged<T>> read(
      Topic topic, Class<T> type, int parallelism) {
    KafkaSource<RawRecord> source =
        KafkaSource.<RawRecord>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(topic.topicName())
            .setGroupId(group)
            .setClientIdPrefix(group + "-" + topic.topicName())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new RawRecordReader())
            .setProperty(DISCOVER_PARTITIONS, "60000")
            .build();
    SingleOutputStreamOperator<Logged<T>> records =
        environment
            .fromSource(
                source,
                WatermarkStrategy.forMonotonousTimestamps(),
                "Kafka " + topic.topicName(),
                RawRecord.TYPE)
            .uid(topic.topicName() + "-source")
            .setParallelism(parallelism)
            .process(
                new Decode<>(type, registryUrl),
                SerializedType.of(Logged.class, new LoggedSerializer<>(type)))
            .uid(topic.topicName() + "-decode")
            .name("Decode " + topic.topicName())
            .setParallelism(parallelism);
    topics.add(topic);
    rejected.add(records.getSideOutput(Decode.REJECTED));
    return records;
  }

  /** The topics that are read so far. */
  public List<Topic> topics() {
    return List.copyOf(topics);
  }

  /** Keeps what could not be read of all topics read so far. */
  public void keepRejected() {
    rejected.stream()
        .reduce(DataStream::union)
        .ifPresent(
            records ->
                records
                    .sinkTo(RejectedRecords.sink(bootstrapServers, registryUrl))
                    .uid("rejected-sink")
                    .name("Kafka rejected_events")
                    .setParallelism(1));
  }
}
