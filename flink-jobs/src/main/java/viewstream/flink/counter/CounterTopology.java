package viewstream.flink.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import viewstream.flink.aggregate.Aggregation;
import viewstream.flink.aggregate.Slots;
import viewstream.flink.aggregate.Total;
import viewstream.flink.aggregate.Window;
import viewstream.flink.redis.VersionedWrite;
import viewstream.flink.tracking.Tracked;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.VersionedCount;

/** Keeps the public view counter: one value per video and UTC day, until the day is 24 h past. */
public final class CounterTopology {
  private static final Window DAYS = new Window(Duration.ofDays(1), Duration.ofHours(24));

  private CounterTopology() {}

  /**
   * @param generation of the output: values of a higher generation replace those of a lower one
   * @param emitInterval how often a count that changed is written again
   * @param counts takes {@link VersionedWrite}s
   */
  public static void define(
      DataStream<Tracked> playback, int generation, Duration emitInterval, Sink<byte[]> counts) {
    Aggregation<ViewCount> days = new Aggregation<>("views", DAYS, new ViewCountSerializer());
    days.total(
            days.combine("playback", playback, ViewCount::new, CounterTopology::contribute),
            generation,
            emitInterval)
        .map(total -> write(total).toBytes(), PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("views-write")
        .name("Write view counts")
        .sinkTo(counts)
        .uid("views-sink")
        .name("Redis views");
  }

  private static void contribute(Tracked tracked, Slots<ViewCount> slots) {
    if (tracked.counts() && tracked.view()) {
      slots.contribute(
          tracked.event().getVideoId(),
          tracked.eventTime(),
          tracked.logTime(),
          ViewCount::increment);
    }
  }

  private static VersionedWrite write(Total<ViewCount> total) {
    return new VersionedWrite(
        RedisKeys.views(total.videoId()),
        RedisKeys.viewsDay(
            Instant.ofEpochMilli(total.start()).atZone(ZoneOffset.UTC).toLocalDate()),
        new VersionedCount(total.version(), total.sums().views()));
  }
}
