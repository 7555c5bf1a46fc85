package viewstream.flink.trending;

import java.io.ByteArrayOutputStream;
import java.util.List;
import viewstream.flink.clickhouse.Column;
import viewstream.flink.clickhouse.RowBinary;
import viewstream.flink.clickhouse.Table;
import viewstream.schema.redis.TrendingRow;

/** Rows of {@code trending_snapshots}. */
public final class SnapshotTable {
  /** The columns that are written. */
  public static final Table<Ranked> ROWS =
      new Table<>(
          "trending_snapshots",
          List.of(
              new Column<>("region", (row, ranked) -> row.string(ranked.in().scope().region())),
              new Column<>(
                  "window", (row, ranked) -> row.string(ranked.in().scope().window().id())),
              new Column<>(
                  "taken_at",
                  (row, ranked) -> row.dateTime(ranked.in().list().windowEnd().toEpochMilli())),
              new Column<>("rank", (row, ranked) -> row.int16(ranked.rank())),
              new Column<>(
                  "previous_rank",
                  (row, ranked) -> row.nullable(ranked.row().previousRank(), RowBinary::int16)),
              new Column<>("video_id", (row, ranked) -> row.string(ranked.row().videoId())),
              new Column<>("views", (row, ranked) -> row.int64(ranked.row().views())),
              new Column<>(
                  "previous_views", (row, ranked) -> row.int64(ranked.row().previousViews())),
              new Column<>("version", (row, ranked) -> row.int64(ranked.in().list().version()))));

  private SnapshotTable() {}

  /** All rows of a list as one entry, so that one insert has them all. */
  static byte[] entry(RegionList list) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int i = 0; i < list.list().rows().size(); i++) {
      rows.writeBytes(ROWS.row(new Ranked(list, i + 1)));
    }
    return rows.toByteArray();
  }

  /**
   * A row with its place.
   *
   * @param in the list
   * @param rank from 1
   */
  record Ranked(RegionList in, int rank) {
    TrendingRow row() {
      return in.list().rows().get(rank - 1);
    }
  }
}
