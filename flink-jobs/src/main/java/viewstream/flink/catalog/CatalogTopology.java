package viewstream.flink.catalog;

import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import viewstream.flink.source.Logged;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;

/** Copies the catalogue to where queries join it. */
public final class CatalogTopology {
  private CatalogTopology() {}

  /**
   * @param videoRows takes rows of {@link CatalogTables#VIDEOS}
   * @param channelRows takes rows of {@link CatalogTables#CHANNELS}
   */
  public static void define(
      DataStream<Logged<CatalogVideo>> videos,
      DataStream<Logged<CatalogChannel>> channels,
      Sink<byte[]> videoRows,
      Sink<byte[]> channelRows) {
    videos
        .map(
            video -> CatalogTables.VIDEOS.row(video),
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("videos-row")
        .name("Write video rows")
        .setParallelism(videos.getParallelism())
        .sinkTo(videoRows)
        .uid("videos-sink")
        .name("ClickHouse videos")
        .setParallelism(videos.getParallelism());
    channels
        .map(
            channel -> CatalogTables.CHANNELS.row(channel),
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("channels-row")
        .name("Write channel rows")
        .setParallelism(channels.getParallelism())
        .sinkTo(channelRows)
        .uid("channels-sink")
        .name("ClickHouse channels")
        .setParallelism(channels.getParallelism());
  }
}
