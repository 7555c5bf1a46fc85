package viewstream.flink.minute;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import viewstream.flink.aggregate.Aggregation;
import viewstream.flink.aggregate.Partial;
import viewstream.flink.aggregate.Window;
import viewstream.flink.engagement.Engaged;
import viewstream.flink.tracking.Tracked;

/** Keeps one row per video and minute, an hour past the minute's end. */
public final class MinuteTopology {
  private static final Window MINUTES = new Window(Duration.ofMinutes(1), Duration.ofHours(1));

  private MinuteTopology() {}

  /**
   * @param generation of the output: rows of a higher generation replace those of a lower one
   * @param emitInterval how often a minute that changed is written again
   * @param rows takes rows of {@link MinuteTable}
   */
  public static void define(
      DataStream<Tracked> playback,
      DataStream<Engaged> engagements,
      int generation,
      Duration emitInterval,
      Sink<byte[]> rows) {
    Aggregation<MinuteSums> minutes =
        new Aggregation<>("minutes", MINUTES, new MinuteSumsSerializer());
    DataStream<Partial<MinuteSums>> partials =
        minutes
            .combine("playback", playback, MinuteSums::new, new PlaybackContributions())
            .union(
                minutes.combine(
                    "engagements", engagements, MinuteSums::new, new EngagementContributions()));
    minutes
        .total(partials, generation, emitInterval)
        .map(
            minute -> MinuteTable.ROWS.row(minute),
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("minutes-row")
        .name("Write minute rows")
        .sinkTo(rows)
        .uid("minutes-sink")
        .name("ClickHouse video_minute");
  }
}
