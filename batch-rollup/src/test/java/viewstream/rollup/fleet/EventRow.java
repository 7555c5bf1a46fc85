package viewstream.rollup.fleet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row of {@code events}, as the stream would have written it. */
public final class EventRow {
  private final Map<String, String> columns = new LinkedHashMap<>();

  private EventRow(String video, String view, String type, Instant time) {
    text("video_id", video).text("view_id", view).text("type", type).time("event_time", time);
    id(view + type + time);
    text("traffic_class", "human").set("in_live_figures", "true").text("country", "DE");
    set("viewer_id", Integer.toString(view.hashCode() & 0xFFFF));
    logged(time.plusSeconds(1));
  }

  /** An event of the live stream; its view is its viewer's only one. */
  public static EventRow of(String video, String view, String type, Instant time) {
    return new EventRow(video, view, type, time);
  }

  public EventRow attempt() {
    return set("is_attempt", "true");
  }

  public EventRow view() {
    return set("is_view", "true");
  }

  public EventRow watched(Duration claimed, Duration credited) {
    return set("watched_ms", Long.toString(claimed.toMillis()))
        .set("credited_ms", Long.toString(credited.toMillis()));
  }

  public EventRow seq(int seq) {
    return set("seq", Integer.toString(seq));
  }

  public EventRow viewer(long viewer) {
    return set("viewer_id", Long.toString(viewer));
  }

  public EventRow robot() {
    return text("traffic_class", "bot");
  }

  public EventRow fatal() {
    return set("fatal", "true");
  }

  /** Which event it is; by default told by view, type and time. */
  public EventRow id(String identity) {
    return text(
        "event_id", UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** It came too late for the live figures: nothing is known of it but what it says. */
  public EventRow late(Duration afterwards) {
    Instant time = Instant.parse(columns.get("event_time").replace("'", ""));
    return set("in_live_figures", "false").logged(time.plus(afterwards));
  }

  /** When the log took it in; it is inserted a second later. */
  public EventRow logged(Instant time) {
    return time("log_time", time).inserted(time.plusSeconds(1));
  }

  /** When the row was written. */
  public EventRow inserted(Instant time) {
    return set("inserted_at", Long.toString(time.getEpochSecond()));
  }

  private EventRow text(String column, String value) {
    return set(column, "'" + value + "'");
  }

  private EventRow time(String column, Instant time) {
    return text(column, time.toString());
  }

  private EventRow set(String column, String value) {
    columns.put(column, value);
    return this;
  }

  String insert() {
    return columns.entrySet().stream()
        .map(
            column ->
                column.getKey().endsWith("_time")
                    ? "parseDateTime64BestEffort(" + column.getValue() + ", 3, 'UTC')"
                    : column.getValue())
        .collect(
            Collectors.joining(
                ", ",
                "INSERT INTO viewstream.events ("
                    + String.join(", ", columns.keySet())
                    + ") SELECT ",
                ""));
  }
}
