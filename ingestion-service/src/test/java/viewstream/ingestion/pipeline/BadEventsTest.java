package viewstream.ingestion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.ingestion.pipeline.Pipelines.delivery;
import static viewstream.ingestion.pipeline.Pipelines.event;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import viewstream.ingestion.validation.RejectReason;

/** Each way an event can be wrong, and what is said about it. */
class BadEventsTest {
  private final EventPipeline pipeline = Pipelines.pipeline();

  static Stream<Arguments> badEvents() {
    return Stream.of(
        bad("{", RejectReason.MALFORMED_JSON, null),
        bad("{\"a\":1} x", RejectReason.MALFORMED_JSON, null),
        bad("{\"a\":1}{\"b\":1}", RejectReason.MALFORMED_JSON, null),
        bad("{\"a\":\"\u0001\"}", RejectReason.MALFORMED_JSON, null),
        bad("{'a':1}", RejectReason.MALFORMED_JSON, null),
        bad("{\"a\":NaN}", RejectReason.MALFORMED_JSON, null),
        bad("", RejectReason.MALFORMED_JSON, null),
        bad("7", RejectReason.NOT_AN_OBJECT, null),
        bad("null", RejectReason.NOT_AN_OBJECT, null),
        bad("[]", RejectReason.NOT_AN_OBJECT, null),
        bad("\"u1\"", RejectReason.NOT_AN_OBJECT, null),
        bad("{}", RejectReason.MISSING_FIELD, "type"),
        bad(with("type", "null"), RejectReason.MISSING_FIELD, "type"),
        bad(with("type", "3"), RejectReason.INVALID_FIELD, "type"),
        bad(with("type", "\"watch\""), RejectReason.UNKNOWN_TYPE, "type"),
        bad(with("type", "\"unknown\""), RejectReason.UNKNOWN_TYPE, "type"),
        bad(with("type", "\"player_state\""), RejectReason.UNKNOWN_TYPE, "type"),
        bad(with("video_id", "null"), RejectReason.MISSING_FIELD, "video_id"),
        bad(with("video_id", "12"), RejectReason.INVALID_FIELD, "video_id"),
        bad(with("video_id", "\"\""), RejectReason.INVALID_FIELD, "video_id"),
        bad(with("video_id", "\"a b\""), RejectReason.INVALID_FIELD, "video_id"),
        bad(with("video_id", "\"ä\""), RejectReason.INVALID_FIELD, "video_id"),
        bad(with("video_id", text(129)), RejectReason.INVALID_FIELD, "video_id"),
        bad(with("view_id", "\"/\""), RejectReason.INVALID_FIELD, "view_id"),
        bad(with("session_id", "\"/\""), RejectReason.INVALID_FIELD, "session_id"),
        bad(with("user_id", "\"a@b\""), RejectReason.INVALID_FIELD, "user_id"),
        bad(with("event_id", "\"1-1-1-1-1\""), RejectReason.INVALID_FIELD, "event_id"),
        bad(with("event_id", text(36)), RejectReason.INVALID_FIELD, "event_id"),
        bad(with("timestamp", "null"), RejectReason.MISSING_FIELD, "timestamp"),
        bad(with("timestamp", "\"today\""), RejectReason.INVALID_FIELD, "timestamp"),
        bad(with("timestamp", "\"2026-03-01T12:00:00\""), RejectReason.INVALID_FIELD, "timestamp"),
        bad(with("timestamp", "-1"), RejectReason.INVALID_FIELD, "timestamp"),
        bad(with("timestamp", "1e300"), RejectReason.INVALID_FIELD, "timestamp"),
        bad(with("timestamp", "0"), RejectReason.TIMESTAMP_TOO_OLD, "timestamp"),
        bad(
            with("timestamp", "\"2026-02-22T11:59:59.999Z\""),
            RejectReason.TIMESTAMP_TOO_OLD,
            "timestamp"),
        bad(
            with("timestamp", "\"2026-03-01T12:05:00.001Z\""),
            RejectReason.TIMESTAMP_IN_FUTURE,
            "timestamp"),
        bad(with("sent_at", "\"soon\""), RejectReason.INVALID_FIELD, "sent_at"),
        bad(with("watched_ms", "-1"), RejectReason.INVALID_FIELD, "watched_ms"),
        bad(with("watched_ms", "\"5\""), RejectReason.INVALID_FIELD, "watched_ms"),
        bad(with("watched_ms", "1e18"), RejectReason.INVALID_FIELD, "watched_ms"),
        bad(with("played", "[[5,1]]"), RejectReason.INVALID_FIELD, "played"),
        bad(with("played", "[[1]]"), RejectReason.INVALID_FIELD, "played"),
        bad(with("played", "[1,2]"), RejectReason.INVALID_FIELD, "played"),
        bad(
            with("played", "[" + "[0,1],".repeat(64) + "[0,1]]"),
            RejectReason.INVALID_FIELD,
            "played"),
        bad(with("rate", "-1"), RejectReason.INVALID_FIELD, "rate"),
        bad(with("state", "\"gone\""), RejectReason.INVALID_FIELD, "state"),
        bad(with("hidden", "\"yes\""), RejectReason.INVALID_FIELD, "hidden"),
        bad(with("props", "[]"), RejectReason.INVALID_FIELD, "props"),
        bad(with("props", "{\"a\":1}"), RejectReason.INVALID_FIELD, "props"),
        bad(with("props", "{\"a\":" + text(257) + "}"), RejectReason.INVALID_FIELD, "props"),
        bad(with("props", "{" + text(65) + ":\"\"}"), RejectReason.INVALID_FIELD, "props"),
        bad(with("x", "[".repeat(8) + "]".repeat(8)), RejectReason.INVALID_FIELD, null),
        bad(with("x", "1".repeat(101)), RejectReason.INVALID_FIELD, null),
        bad(with("x", text(32 << 10)), RejectReason.TOO_LARGE, null));
  }

  @ParameterizedTest
  @MethodSource("badEvents")
  void saysWhatIsWrong(String json, RejectReason reason, @Nullable String field) {
    Outcome outcome = pipeline.process(event(json), delivery());

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    var rejected = (Outcome.Rejected) outcome;
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.field()).isEqualTo(field);
    assertThat(rejected.detail()).isNotBlank();
  }

  static Stream<String> goodEvents() {
    return Stream.of(
        with("x", "[".repeat(7) + "]".repeat(7)),
        with("timestamp", "\"2026-03-01T12:05:00Z\""),
        with("timestamp", "\"2026-02-22T12:00:00Z\""),
        with("timestamp", "\"2026-03-01t17:30:00.123456+0530\""),
        with("timestamp", "1772366400"),
        with("timestamp", "1772366400.25"),
        with("timestamp", "1772366400000"),
        with("video_id", text(128)),
        with("duration_ms", "null"),
        with("device", "5"),
        with("location", "\"here\""),
        with("unheard_of", "{\"user_id\":\"x\"}"));
  }

  @ParameterizedTest
  @MethodSource("goodEvents")
  void isNotStricterThanTheContract(String json) {
    assertThat(pipeline.process(event(json), delivery())).isInstanceOf(Outcome.Accepted.class);
  }

  private static Arguments bad(String json, RejectReason reason, @Nullable String field) {
    return Arguments.of(json, reason, field);
  }

  /** A good heartbeat, but with this field. */
  private static String with(String field, String value) {
    var fields = new java.util.LinkedHashMap<String, String>();
    fields.put("type", "\"heartbeat\"");
    fields.put("video_id", "\"v\"");
    fields.put("timestamp", "\"2026-03-01T12:00:00Z\"");
    fields.put(field, value);
    return fields.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private static String text(int length) {
    return "\"" + "a".repeat(length) + "\"";
  }
}
