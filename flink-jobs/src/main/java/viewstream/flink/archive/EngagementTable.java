package viewstream.flink.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import viewstream.flink.clickhouse.Column;
import viewstream.flink.clickhouse.RowBinary;
import viewstream.flink.clickhouse.Table;
import viewstream.flink.engagement.Engaged;
import viewstream.schema.event.EngagementEvent;

/** Rows of {@code engagements}. */
public final class EngagementTable {
  /** The columns that are written. */
  public static final Table<Engaged> ROWS = new Table<>("engagements", columns());

  private EngagementTable() {}

  private static List<Column<Engaged>> columns() {
    List<Column<Engaged>> columns = new ArrayList<>();
    columns.add(of("video_id", (row, event) -> row.text(event.getVideoId())));
    columns.add(of("event_time", (row, event) -> row.dateTime64(event.getEventTime())));
    columns.add(of("event_id", (row, event) -> row.uuid(event.getEventId())));
    columns.add(of("type", (row, event) -> row.string(event.getType().name())));
    columns.add(of("channel_id", (row, event) -> row.text(event.getChannelId())));
    columns.add(of("view_id", (row, event) -> row.text(event.getViewId())));
    columns.add(new Column<>("in_live_figures", (row, engaged) -> row.bool(engaged.live())));
    columns.addAll(SharedColumns.context(engaged -> engaged.event().getContext()));
    columns.addAll(SharedColumns.origin(engaged -> engaged.event().getOrigin()));
    columns.add(new Column<>("log_time", (row, engaged) -> row.int64(engaged.logTime())));
    return columns;
  }

  private static Column<Engaged> of(String name, BiConsumer<RowBinary, EngagementEvent> write) {
    return new Column<>(name, (row, engaged) -> write.accept(row, engaged.event()));
  }
}
