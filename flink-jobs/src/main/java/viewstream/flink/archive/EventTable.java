package viewstream.flink.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import viewstream.flink.clickhouse.Column;
import viewstream.flink.clickhouse.RowBinary;
import viewstream.flink.clickhouse.Table;
import viewstream.flink.tracking.Tracked;
import viewstream.schema.event.PlaybackEvent;

/** Rows of {@code events}. */
public final class EventTable {
  /** The columns that are written. */
  public static final Table<Tracked> ROWS = new Table<>("events", columns());

  private EventTable() {}

  private static List<Column<Tracked>> columns() {
    List<Column<Tracked>> columns = new ArrayList<>();
    columns.addAll(identity());
    columns.addAll(verdict());
    columns.addAll(happenings());
    columns.addAll(state());
    columns.addAll(SharedColumns.context(tracked -> tracked.event().getContext()));
    columns.addAll(SharedColumns.origin(tracked -> tracked.event().getOrigin()));
    columns.add(new Column<>("log_time", (row, tracked) -> row.int64(tracked.logTime())));
    return columns;
  }

  private static List<Column<Tracked>> identity() {
    return List.of(
        of("video_id", (row, event) -> row.string(event.getVideoId())),
        of("event_time", (row, event) -> row.dateTime64(event.getEventTime())),
        of("view_id", (row, event) -> row.string(event.getViewId())),
        of("event_id", (row, event) -> row.uuid(event.getEventId())),
        of("type", (row, event) -> row.string(event.getType().name())),
        of("seq", (row, event) -> row.nullable(event.getSeq(), RowBinary::int16)));
  }

  private static List<Column<Tracked>> verdict() {
    return List.of(
        new Column<>("is_attempt", (row, tracked) -> row.bool(tracked.attempt())),
        new Column<>("is_view", (row, tracked) -> row.bool(tracked.view())),
        new Column<>("in_live_figures", (row, tracked) -> row.bool(tracked.live())),
        new Column<>("credited_ms", (row, tracked) -> row.int32(tracked.creditedMs())));
  }

  private static List<Column<Tracked>> happenings() {
    return List.of(
        of("watched_ms", (row, event) -> row.int32(event.getWatchedMs())),
        of(
            "played_from_ms",
            (row, event) -> row.array(event.getPlayed(), (r, i) -> r.int64(i.getFromMs()))),
        of(
            "played_to_ms",
            (row, event) -> row.array(event.getPlayed(), (r, i) -> r.int64(i.getToMs()))),
        of("buffering_ms", (row, event) -> row.int32(event.getBufferingMs())),
        of("dropped_frames", (row, event) -> row.int32(event.getDroppedFrames())),
        of("start_reason", (row, event) -> row.text(event.getStartReason())),
        of("startup_ms", (row, event) -> row.nullable(event.getStartupMs(), RowBinary::int32)),
        of("completed", (row, event) -> row.nullable(event.getCompleted(), RowBinary::bool)),
        of("from_ms", (row, event) -> row.nullable(event.getFromMs(), RowBinary::int64)),
        of("to_ms", (row, event) -> row.nullable(event.getToMs(), RowBinary::int64)),
        of("wait_ms", (row, event) -> row.nullable(event.getWaitMs(), RowBinary::int32)),
        of("fatal", (row, event) -> row.nullable(event.getFatal(), RowBinary::bool)),
        of("code", (row, event) -> row.text(event.getCode())),
        of("message", (row, event) -> row.text(event.getMessage())),
        of("name", (row, event) -> row.text(event.getName())));
  }

  private static List<Column<Tracked>> state() {
    return List.of(
        of(
            "state",
            (row, event) -> row.text(event.getState() == null ? null : event.getState().name())),
        of("hidden", (row, event) -> row.nullable(event.getHidden(), RowBinary::bool)),
        of("position_ms", (row, event) -> row.nullable(event.getPositionMs(), RowBinary::int64)),
        of("duration_ms", (row, event) -> row.nullable(event.getDurationMs(), RowBinary::int64)),
        of("bitrate_kbps", (row, event) -> row.nullable(event.getBitrateKbps(), RowBinary::int32)),
        of("height", (row, event) -> row.nullable(event.getHeight(), RowBinary::int16)),
        of("rate", (row, event) -> row.nullable(event.getRate(), RowBinary::float64)));
  }

  private static Column<Tracked> of(String name, BiConsumer<RowBinary, PlaybackEvent> write) {
    return new Column<>(name, (row, tracked) -> write.accept(row, tracked.event()));
  }
}
