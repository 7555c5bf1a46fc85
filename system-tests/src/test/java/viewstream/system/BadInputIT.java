package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.system.api.Http;
import viewstream.system.api.Json;
import viewstream.system.api.Reply;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Malformed;
import viewstream.system.traffic.UserAgent;

/** Ingestion: whatever is sent, the answer is the status and the code of the contract. */
@ExtendWith(SharedFleet.class)
class BadInputIT {
  private static final String BEACON = "/api/v1/events/beacon";
  private static final String BATCH = "/api/v1/events/batch";
  private static final String VIEW = "/api/v1/analytics/view";
  private static final String CATALOG = "/api/v1/catalog/videos/v";
  private static final String JSON = "application/json";

  /** A refused request. */
  private record Refused(
      String name, String method, String path, String type, byte[] body, int status, String code) {}

  private Http http;
  private String writeKey;

  @BeforeEach
  void connect(Fleet fleet) {
    http = fleet.ingestionHttp();
    writeKey = fleet.stack().secrets().writeKey();
  }

  @TestFactory
  Stream<DynamicTest> refusedRequests() {
    String good = event(Instant.now());
    byte[] tooMany = text("[" + String.join(",", java.util.Collections.nCopies(501, good)) + "]");
    byte[] twoMegabytes = text("[\"" + "x".repeat(2 << 20) + "\"]");
    return Stream.of(
            post("not JSON", BEACON, "{\"events\":", 400, "malformed_json"),
            post("not JSON", BATCH, "beacon!", 400, "malformed_json"),
            post("empty body", BATCH, "", 400, "malformed_json"),
            post("a number", BATCH, "42", 400, "malformed_json", "not_an_object"),
            post("a string", BEACON, "\"hello\"", 400, "malformed_json", "not_an_object"),
            post("events no array", BATCH, "{\"events\":7}", 400, "invalid_field"),
            post("no JSON in view", VIEW, "{", 400, "malformed_json"),
            post("array in view", VIEW, "[" + good + "]", 400, "not_an_object"),
            post(
                "no video in view",
                VIEW,
                "{\"timestamp\":" + Instant.now().getEpochSecond() + "}",
                400,
                "missing_field"),
            post("501 events", BEACON, tooMany, 413, "too_many_events"),
            post("501 events", BATCH, tooMany, 413, "too_many_events"),
            post("2 MiB", BEACON, twoMegabytes, 413, "body_too_large"),
            post("2 MiB", BATCH, twoMegabytes, 413, "body_too_large"),
            new Refused("no secret key", "PUT", CATALOG, JSON, text("{}"), 401, "unauthenticated"),
            new Refused("GET", "GET", BEACON, JSON, text(""), 405, "method_not_allowed"),
            new Refused("DELETE", "DELETE", BATCH, JSON, text(""), 405, "method_not_allowed"),
            new Refused(
                "XML",
                "POST",
                BATCH,
                "application/xml",
                text("<a/>"),
                415,
                "unsupported_media_type"),
            new Refused(
                "form",
                "POST",
                BEACON,
                "application/x-www-form-urlencoded",
                text("a=b"),
                415,
                "unsupported_media_type"),
            post("unknown path", "/api/v1/events/pigeon", good, 404, "not_found"))
        .map(
            request ->
                DynamicTest.dynamicTest(
                    request.name() + " to " + request.path(), () -> refuse(request)));
  }

  @Test
  void refusesAnUnknownWriteKey() throws IOException {
    Reply reply = http.post(BEACON, Map.of("X-Write-Key", "nobody", "Content-Type", JSON), "[]");

    assertProblem(reply, 401, "unknown_write_key");
  }

  @Test
  void stopsInflatingAGzipBomb() throws IOException {
    byte[] bomb = Http.gzip(text("[\"" + "x".repeat(64 << 20) + "\"]"));
    assertThat(bomb).hasSizeLessThan(1 << 20);
    Map<String, String> headers = new HashMap<>(headers(JSON));
    headers.put("Content-Encoding", "gzip");

    for (String path : List.of(BEACON, BATCH)) {
      assertProblem(http.send("POST", path, headers, bomb), 413, "body_too_large");
    }
  }

  @Test
  void refusesGzipThatIsNone() throws IOException {
    Map<String, String> headers = new HashMap<>(headers(JSON));
    headers.put("Content-Encoding", "gzip");

    Reply reply = http.send("POST", BATCH, headers, text("[]"));

    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void namesWhatIsWrongWithEachEventAndTakesItsNeighbours() throws IOException {
    List<Malformed.Kind> kinds = Malformed.kinds("bad-input", Instant.now());
    String body =
        kinds.stream()
            .map(Malformed.Kind::json)
            .collect(Collectors.joining(",", "[" + event(Instant.now()) + ",", "]"));

    Reply reply = http.post(BATCH, headers(JSON), body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("accepted")).hasToString("1");
    assertThat(reply.json().get("rejected")).hasToString(String.valueOf(kinds.size()));
    assertThat(((List<?>) reply.json().get("errors")).stream().map(BadInputIT::described))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, kinds.size())
                .mapToObj(i -> (i + 1) + " " + kinds.get(i).code())
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> singleMalformedEvents() {
    return Malformed.kinds("bad-input", Instant.now()).stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.name(),
                    () -> {
                      if (kind.name().equals("no type") || kind.name().startsWith("subscription")) {
                        return;
                      }
                      Reply reply = http.post(VIEW, headers(JSON), kind.json());
                      assertProblem(reply, 400, kind.code());
                    }));
  }

  @Test
  void acceptsEventsAtTheVeryBounds() throws IOException {
    Instant now = Instant.now();
    List<String> events =
        List.of(
            event(now.plus(Duration.ofMinutes(4))),
            event(now.minus(Duration.ofDays(7)).plusSeconds(60)),
            event(now).replace("}", ",\"message\":\"" + "x".repeat(256) + "\"}"),
            event(now).replace("\"bad-input\"", '"' + "Az0._~-".repeat(18) + "xx\""));

    Reply reply = http.post(BATCH, headers(JSON), "[" + String.join(",", events) + "]");

    assertThat(reply).hasToString("200 {\"accepted\":4,\"rejected\":0,\"errors\":[]}");
  }

  private void refuse(Refused request) throws IOException {
    Reply reply =
        http.send(request.method(), request.path(), headers(request.type()), request.body());

    assertProblem(reply, request.status(), request.code().split(" "));
  }

  /** RFC 9457, with a stable code, a way out and no stack trace. */
  static void assertProblem(Reply reply, int status, String... codes) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.json().get("status")).hasToString(String.valueOf(status));
    assertThat(reply.json().get("code")).as(reply.toString()).isIn(Arrays.asList(codes));
    assertThat((String) reply.json().get("detail")).isNotBlank();
    assertThat(reply.body()).doesNotContain("Exception", "viewstream.", "\\tat ");
  }

  private Map<String, String> headers(String type) {
    return Map.of(
        "X-Write-Key", writeKey,
        "Content-Type", type,
        "User-Agent", UserAgent.VIEWERS.getFirst().text());
  }

  private static Refused post(String name, String path, String body, int status, String... codes) {
    return post(name, path, text(body), status, codes);
  }

  private static Refused post(String name, String path, byte[] body, int status, String... codes) {
    return new Refused(name, "POST", path, JSON, body, status, String.join(" ", codes));
  }

  private static String event(Instant time) {
    return Json.write(
        Map.of("type", "heartbeat", "timestamp", time.toString(), "video_id", "bad-input"));
  }

  private static String described(Object error) {
    Map<?, ?> fields = (Map<?, ?>) error;
    return fields.get("index") + " " + fields.get("code");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
