package viewstream.flink.tick;

import java.util.Collection;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import viewstream.schema.topic.Topic;

/**
 * The stream's clock. Once a second the job writes a record without a value into every partition it
 * reads. Coming back through the log, ticks move the watermark on when nobody watches anything, and
 * when the log or the job stands still, so does time.
 */
public final class Ticks {
  private static final double PER_SECOND = 1;

  private Ticks() {}

  /** Ticks on the topics that the job reads. */
  public static void define(
      StreamExecutionEnvironment environment, String bootstrapServers, Collection<Topic> topics) {
    environment
        .fromSource(
            new DataGeneratorSource<>(
                number -> number,
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(PER_SECOND),
                Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "Every second",
            Types.LONG)
        .uid("tick-source")
        .setParallelism(1)
        .sinkTo(new TickSink(bootstrapServers, topics.stream().map(Topic::topicName).toList()))
        .uid("tick-sink")
        .name("Kafka ticks")
        .setParallelism(1);
  }
}
