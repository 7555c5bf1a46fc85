package viewstream.flink.trending;

import static org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import viewstream.flink.aggregate.Aggregation;
import viewstream.flink.aggregate.Partial;
import viewstream.flink.aggregate.Slots;
import viewstream.flink.aggregate.Window;
import viewstream.flink.tracking.Tracked;

/**
 * Tells what is trending: per country and everywhere, in the last hour, day and week.
 *
 * <p>The lists are exact. A view counts unless the log took it in an hour or more after its minute
 * had ended. A list ends at the newest full step of log time and has every view that the log took
 * in until {@code updated_at}, and perhaps some since.
 */
public final class TrendingTopology {
  private static final Window MINUTES = new Window(Duration.ofMinutes(1), Duration.ofHours(1));

  private TrendingTopology() {}

  /**
   * @param generation of the output: lists of a higher generation replace those of a lower one
   * @param emitInterval how often to look for lists that are new
   * @param lists takes {@link TrendingEntries}
   * @param snapshots takes rows of {@link SnapshotTable}
   */
  public static void define(
      DataStream<Tracked> playback,
      int generation,
      Duration emitInterval,
      Sink<byte[]> lists,
      Sink<byte[]> snapshots) {
    Aggregation<RegionViews> minutes =
        new Aggregation<>("trending", MINUTES, new RegionViewsSerializer());
    SingleOutputStreamOperator<RegionList> published =
        minutes
            .combine("playback", playback, RegionViews::new, TrendingTopology::contribute)
            .keyBy(Partial::videoId, Types.STRING)
            .transform("Rank videos", Part.TYPE, new RankVideos(emitInterval))
            .uid("trending-rank")
            .keyBy(part -> part.scope().key(), Types.STRING)
            .transform("Merge ranks", RegionList.TYPE, new MergeParts(generation))
            .uid("trending-merge");
    published
        .map(TrendingEntries::entry, BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("trending-write")
        .name("Write trending lists")
        .sinkTo(lists)
        .uid("trending-sink")
        .name("Redis trending");
    published
        .getSideOutput(MergeParts.CHANGED)
        .map(SnapshotTable::entry, BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("trending-snapshot-rows")
        .name("Write trending snapshots")
        .sinkTo(snapshots)
        .uid("trending-snapshots-sink")
        .name("ClickHouse trending_snapshots");
  }

  private static void contribute(Tracked tracked, Slots<RegionViews> slots) {
    if (tracked.counts() && tracked.view()) {
      slots.contribute(
          tracked.event().getVideoId(),
          tracked.eventTime(),
          tracked.logTime(),
          views -> views.add(tracked.event().getContext().getCountry()));
    }
  }
}
