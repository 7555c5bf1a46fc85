package viewstream.flink.catalog;

import java.util.List;
import viewstream.flink.clickhouse.Column;
import viewstream.flink.clickhouse.RowBinary;
import viewstream.flink.clickhouse.Table;
import viewstream.flink.source.Logged;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;

/** Rows of {@code videos} and {@code channels}. */
public final class CatalogTables {
  /** The columns of {@code videos} that are written. */
  public static final Table<Logged<CatalogVideo>> VIDEOS =
      new Table<>(
          "videos",
          List.of(
              new Column<>("video_id", (row, video) -> row.string(video.value().getVideoId())),
              new Column<>("channel_id", (row, video) -> row.string(video.value().getChannelId())),
              new Column<>("title", (row, video) -> row.string(video.value().getTitle())),
              new Column<>(
                  "duration_ms",
                  (row, video) -> row.nullable(video.value().getDurationMs(), RowBinary::int64)),
              new Column<>(
                  "published_at",
                  (row, video) ->
                      row.nullable(video.value().getPublishedAt(), RowBinary::dateTime64)),
              new Column<>("live", (row, video) -> row.bool(video.value().getLive())),
              new Column<>("log_time", (row, video) -> row.int64(video.time())),
              new Column<>("version", (row, video) -> row.int64(version(video)))));

  /** The columns of {@code channels} that are written. */
  public static final Table<Logged<CatalogChannel>> CHANNELS =
      new Table<>(
          "channels",
          List.of(
              new Column<>(
                  "channel_id", (row, channel) -> row.string(channel.value().getChannelId())),
              new Column<>("name", (row, channel) -> row.string(channel.value().getName())),
              new Column<>("log_time", (row, channel) -> row.int64(channel.time())),
              new Column<>("version", (row, channel) -> row.int64(version(channel)))));

  private static final int OFFSET_BITS = 20;

  private CatalogTables() {}

  /** Orders the records of a key as the log does: by time, and within a millisecond by offset. */
  static long version(Logged<?> logged) {
    return (logged.time() << OFFSET_BITS) | (logged.offset() & ((1 << OFFSET_BITS) - 1));
  }
}
