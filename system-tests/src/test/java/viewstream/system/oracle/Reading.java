package viewstream.system.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import viewstream.system.api.Json;
import viewstream.system.traffic.Event;
import viewstream.system.traffic.Origin;
import viewstream.system.traffic.UserAgent;

/**
 * An acknowledged event as the contract reads it.
 *
 * @param identity equal for two events that are the same event
 * @param viewId ties the events of a view together
 * @param fields of the event, and those of the envelope's context that it does not say itself
 * @param agent of the viewer
 */
record Reading(
    String type,
    Instant time,
    String identity,
    String viewId,
    Map<String, Object> fields,
    UserAgent agent,
    Origin origin) {

  static Reading of(Event event) {
    Origin origin = event.origin();
    Map<String, Object> own = Json.object(event.json());
    Map<String, Object> fields = new HashMap<>(origin.context());
    fields.putAll(own);
    String type = (String) own.get("type");
    String identity = "id " + own.getOrDefault("event_id", origin.secret() + event.json());
    Instant time = EventTime.corrected(EventTime.of(own.get("timestamp")), origin.clockSkew());
    String agent = origin.secret() ? (String) fields.get("user_agent") : origin.userAgent();
    return new Reading(
        type, time, identity, viewId(type, identity, fields), fields, UserAgent.of(agent), origin);
  }

  private static String viewId(String type, String identity, Map<String, Object> fields) {
    if (fields.get("view_id") instanceof String viewId) {
      return "view " + viewId;
    }
    Object visitor = fields.getOrDefault("session_id", fields.get("user_id"));
    return type.equals("view") || visitor == null
        ? identity
        : "visit " + visitor + " of " + fields.get("video_id");
  }

  /** Whether it counts: robots do not, nor libraries that speak neither for an app nor a server. */
  boolean human() {
    return switch (agent.kind()) {
      case VIEWER -> true;
      case LIBRARY -> origin.secret() || fields.containsKey("app_version");
      case ROBOT -> false;
    };
  }

  String videoId() {
    return (String) fields.get("video_id");
  }

  /** The account; without one whoever has this address and agent on this day. */
  String viewer() {
    if (fields.get("user_id") instanceof String userId) {
      return userId;
    }
    Object address = origin.secret() ? fields.get("ip") : "here";
    return address + " " + agent.text() + " " + time.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Null when it has none, or one above 65 535. */
  @Nullable Integer seq() {
    return fields.get("seq") instanceof BigDecimal seq && seq.intValue() <= 65_535
        ? seq.intValue()
        : null;
  }

  /** Milliseconds of playing that it claims. */
  long watchedMs() {
    return fields.containsKey("watch_time_seconds")
        ? number("watch_time_seconds", n -> n.movePointRight(3))
        : number("watched_ms", n -> n);
  }

  long bufferingMs() {
    return number("buffering_ms", n -> n);
  }

  /** Null when it does not say. */
  @Nullable Long startupMs() {
    return fields.get("startup_ms") instanceof BigDecimal startup ? startup.longValue() : null;
  }

  long durationMs() {
    return number("duration_ms", n -> n);
  }

  private long number(String field, Function<BigDecimal, BigDecimal> unit) {
    return fields.get(field) instanceof BigDecimal number ? unit.apply(number).longValue() : 0;
  }

  boolean says(String field, Object value) {
    return value.equals(fields.get(field));
  }

  boolean isPlayback() {
    return switch (type) {
      case "view", "play", "first_frame", "heartbeat", "pause", "resume" -> true;
      case "seek", "buffer", "quality_change", "complete", "stop", "error" -> true;
      default -> false;
    };
  }
}
