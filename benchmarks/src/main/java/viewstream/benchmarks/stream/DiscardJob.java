package viewstream.benchmarks.stream;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads topics as they are and throws everything away: the least a Flink job can do with them.
 * Arguments: brokers, how often to read everything, topics.
 */
public final class DiscardJob {
  private static final int PARALLELISM = 2;

  private DiscardJob() {}

  public static void main(String[] arguments) throws Exception {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(PARALLELISM);
    int passes = Integer.parseInt(arguments[1]);
    List<String> topics = List.copyOf(List.of(arguments).subList(2, arguments.length));
    IntStream.range(0, passes)
        .mapToObj(pass -> records(environment, arguments[0], topics, pass))
        .reduce((some, more) -> some.union(more))
        .orElseThrow()
        .sinkTo(new DiscardingSink<>());
    environment.execute("discard");
  }

  private static DataStream<byte[]> records(
      StreamExecutionEnvironment environment, String brokers, List<String> topics, int pass) {
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(brokers)
            .setTopics(topics)
            .setGroupId("discard-" + pass)
            .setClientIdPrefix("discard-" + pass)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setBounded(OffsetsInitializer.latest())
            .setDeserializer(new Values())
            .build();
    return environment.fromSource(source, WatermarkStrategy.noWatermarks(), "pass " + pass);
  }

  /** The bytes of each record; ticks have none. */
  private static final class Values implements KafkaRecordDeserializationSchema<byte[]> {
    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> out) {
      if (record.value() != null) {
        out.collect(record.value());
      }
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
      return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }
  }
}
