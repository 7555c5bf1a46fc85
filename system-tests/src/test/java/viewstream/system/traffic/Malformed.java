package viewstream.system.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import viewstream.system.api.Json;

/** Events that must be refused while their neighbours are accepted. */
public final class Malformed {

  /**
   * One way to be wrong.
   *
   * @param name what is wrong
   * @param json the event
   * @param code the reject reason that the contract names for it
   */
  public record Kind(String name, String json, String code) {}

  /** Wrong by so much that it is wrong in traffic of days ago too. */
  private static final Duration DECADE = Duration.ofDays(3_650);

  private Malformed() {}

  /** Every kind, for a video that exists. */
  public static List<Kind> kinds(String videoId, Instant now) {
    return List.of(
        new Kind("a number", "42", "not_an_object"),
        new Kind("a string", "\"view\"", "not_an_object"),
        new Kind("null", "null", "not_an_object"),
        new Kind("an array", "[]", "not_an_object"),
        with("no type", videoId, now, "missing_field", e -> e.remove("type")),
        with("no timestamp", videoId, now, "missing_field", e -> e.remove("timestamp")),
        with("no video", videoId, now, "missing_field", e -> e.remove("video_id")),
        with("unheard-of type", videoId, now, "unknown_type", e -> e.put("type", "teleport")),
        with("type is a number", videoId, now, "invalid_field", e -> e.put("type", 7)),
        with("blank in id", videoId, now, "invalid_field", e -> e.put("video_id", "a b")),
        with("empty id", videoId, now, "invalid_field", e -> e.put("video_id", "")),
        with("id is a number", videoId, now, "invalid_field", e -> e.put("video_id", 7)),
        with("id of 129", videoId, now, "invalid_field", e -> e.put("video_id", "x".repeat(129))),
        with("view id with slash", videoId, now, "invalid_field", e -> e.put("view_id", "a/b")),
        with("event id no UUID", videoId, now, "invalid_field", e -> e.put("event_id", "1")),
        with("timestamp in words", videoId, now, "invalid_field", e -> e.put("timestamp", "noon")),
        with("timestamp a boolean", videoId, now, "invalid_field", e -> e.put("timestamp", true)),
        with("watched in words", videoId, now, "invalid_field", e -> e.put("watched_ms", "long")),
        with("watched negative", videoId, now, "invalid_field", e -> e.put("watched_ms", -1)),
        with("nested 9 deep", videoId, now, "invalid_field", e -> e.put("props", nested(8))),
        with("33 KiB", videoId, now, "too_large", e -> e.put("message", "x".repeat(33 << 10))),
        with(
            "ten years ahead",
            videoId,
            now,
            "timestamp_in_future",
            e -> e.put("timestamp", now.plus(DECADE).toString())),
        with(
            "ten years old",
            videoId,
            now,
            "timestamp_too_old",
            e -> e.put("timestamp", now.minus(DECADE).toEpochMilli())),
        with(
            "subscription to nothing",
            videoId,
            now,
            "missing_field",
            e -> {
              e.put("type", "subscribe");
              e.remove("video_id");
            }));
  }

  private static Kind with(
      String name, String videoId, Instant now, String code, Consumer<Map<String, Object>> fault) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", "heartbeat");
    event.put("timestamp", now.toString());
    event.put("video_id", videoId);
    fault.accept(event);
    return new Kind(name, Json.write(event), code);
  }

  /** An object with {@code levels} levels of objects. */
  private static @Nullable Object nested(int levels) {
    return levels == 0 ? "deep" : Map.of("level", nested(levels - 1));
  }
}
