package viewstream.flink.minute;

import java.util.ArrayList;
import java.util.List;
import viewstream.flink.aggregate.Total;
import viewstream.flink.clickhouse.Column;
import viewstream.flink.clickhouse.RowBinary;
import viewstream.flink.clickhouse.Table;

/** Rows of {@code video_minute}. */
public final class MinuteTable {
  /** The columns that are written. */
  public static final Table<Total<MinuteSums>> ROWS = new Table<>("video_minute", columns());

  private MinuteTable() {}

  private static List<Column<Total<MinuteSums>>> columns() {
    List<Column<Total<MinuteSums>>> columns = new ArrayList<>();
    columns.add(new Column<>("video_id", (row, minute) -> row.string(minute.videoId())));
    columns.add(new Column<>("minute", (row, minute) -> row.dateTime(minute.start())));
    columns.add(new Column<>("version", (row, minute) -> row.int64(minute.version())));
    columns.add(
        new Column<>("max_duration_ms", (row, minute) -> row.int64(minute.sums().maxDurationMs())));
    columns.add(
        new Column<>(
            "startup_histogram",
            (row, minute) ->
                row.map(minute.sums().startups().counts(), RowBinary::int16, RowBinary::int64)));
    for (Measure measure : Measure.values()) {
      columns.add(
          new Column<>(measure.column(), (row, minute) -> row.int64(minute.sums().value(measure))));
    }
    for (Dimension dimension : Dimension.values()) {
      columns.add(
          new Column<>(
              dimension.column(),
              (row, minute) ->
                  row.map(
                      minute.sums().breakdown(dimension).counts(),
                      RowBinary::string,
                      RowBinary::int64)));
    }
    return columns;
  }
}
