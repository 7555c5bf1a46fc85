package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;

/** Each way a whole request can be wrong, and the reply it gets. */
@ExtendWith(RunningService.class)
class RefusedRequestsIT {
  private static final String BATCH = "/api/v1/events/batch";
  private static final String BEACON = "/api/v1/events/beacon";
  private static final String JSON = "application/json";
  private static final String UNSUPPORTED = "unsupported_media_type";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=b";

  static Stream<Arguments> wrongBodies() {
    return Stream.of(
        Arguments.of(BATCH, JSON, "[{", 400, "malformed_json"),
        Arguments.of(BEACON, "text/plain", "", 400, "malformed_json"),
        Arguments.of(BEACON, JSON, "3", 400, "not_an_object"),
        Arguments.of(BEACON, JSON, "{}", 400, "missing_field"),
        Arguments.of(BATCH, JSON, "[" + "{},".repeat(500) + "{}]", 413, "too_many_events"),
        Arguments.of(BATCH, "application/x-ndjson", "{}\n".repeat(501), 413, "too_many_events"),
        Arguments.of(BATCH, JSON, " ".repeat((1 << 20) + 1), 413, "body_too_large"),
        Arguments.of(BATCH, JSON, " ".repeat(6 << 20), 413, "body_too_large"),
        Arguments.of(BEACON, "application/x-ndjson", "{}", 415, "unsupported_media_type"),
        Arguments.of(BATCH, "application/xml", "<a/>", 415, "unsupported_media_type"),
        Arguments.of(BATCH, "application/json;charset=utf-16", "[]", 415, "unsupported_media_type"),
        Arguments.of(BATCH, "nonsense", "[]", 415, "unsupported_media_type"),
        Arguments.of(BATCH, FORM, "a=b", 415, "unsupported_media_type"),
        Arguments.of(BEACON, FORM, "key=" + "x".repeat(3 << 20), 415, "unsupported_media_type"),
        Arguments.of(BATCH, "multipart/form-data", "x", 415, "unsupported_media_type"),
        Arguments.of(BEACON, MULTIPART, "--b\r\n", 415, "unsupported_media_type"),
        Arguments.of("/api/v1/analytics/view", MULTIPART, "--b", 415, "unsupported_media_type"),
        Arguments.of(BATCH + "?dry_run=perhaps", JSON, "[]", 400, "invalid_parameter"),
        Arguments.of(BATCH + "?dry_run", JSON, "[]", 400, "invalid_parameter"),
        Arguments.of(BATCH + "?dry_run=", JSON, "[]", 400, "invalid_parameter"),
        Arguments.of(BATCH, "application/json; charset=", "[]", 415, UNSUPPORTED),
        Arguments.of(BATCH, "application/json; charset=x-none", "[]", 415, UNSUPPORTED),
        Arguments.of(BEACON, "application/json; charset=\" \"", "[]", 415, UNSUPPORTED),
        Arguments.of("/nope", "application/json; charset=x-none", "[]", 404, "not_found"),
        Arguments.of("/api/v1/analytics/view", JSON, "[]", 400, "not_an_object"),
        Arguments.of("/api/v1/nothing", JSON, "[]", 404, "not_found"),
        Arguments.of(BEACON + "/", JSON, "[]", 404, "not_found"),
        Arguments.of("/api/v1/cmcd", JSON, "[]", 404, "not_found"),
        Arguments.of("/api/v1/cmcd/", JSON, "[]", 404, "not_found"),
        Arguments.of("/api/v1/cmcd/key/more", JSON, "[]", 404, "not_found"),
        Arguments.of("/api/v1/limits", JSON, "[]", 405, "method_not_allowed"));
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void saysWhatIsWrong(
      String path, String type, String body, int status, String code, Ingestion ingestion) {
    assertProblem(ingestion.send(post(ingestion, path, type, body)), status, code);
  }

  @Test
  void refusesUnknownKeysWhereverTheyStand(Ingestion ingestion) {
    assertProblem(
        ingestion.send(
            ingestion
                .request(BEACON)
                .header("X-Write-Key", "nope")
                .POST(BodyPublishers.ofString("[]"))),
        401,
        "unknown_write_key");
    assertProblem(
        ingestion.send(ingestion.request(BEACON + "?key=nope").POST(BodyPublishers.ofString("[]"))),
        401,
        "unknown_write_key");
    assertProblem(
        ingestion.send(
            ingestion
                .request(BEACON)
                .POST(BodyPublishers.ofString("{\"key\":\"nope\",\"events\":[]}"))),
        401,
        "unknown_write_key");
    assertProblem(
        ingestion.send(ingestion.request(BEACON).POST(BodyPublishers.ofString("[]"))),
        401,
        "unknown_write_key");
    assertProblem(
        ingestion.send(
            ingestion
                .request(BEACON)
                .header("Authorization", "Bearer " + Ingestion.WRITE_KEY)
                .POST(BodyPublishers.ofString("[]"))),
        401,
        "unauthenticated");
  }

  @Test
  void stopsInflatingAtTheLimit(Ingestion ingestion) throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        gzip.write(blanks);
      }
    }
    assertProblem(
        ingestion.send(gzip(ingestion).POST(BodyPublishers.ofByteArray(bomb.toByteArray()))),
        413,
        "body_too_large");
    assertProblem(
        ingestion.send(gzip(ingestion).POST(BodyPublishers.ofString("[]"))), 400, "malformed_json");
    assertProblem(
        ingestion.send(
            ingestion
                .request(BATCH)
                .header("X-Write-Key", Ingestion.WRITE_KEY)
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("[]"))),
        415,
        "unsupported_media_type");
  }

  @Test
  void saysWhichMethodsAreAllowed(Ingestion ingestion) {
    HttpResponse<String> reply = ingestion.send(ingestion.request(BEACON).GET());

    assertProblem(reply, 405, "method_not_allowed");
    assertThat(reply.headers().firstValue("Allow")).hasValue("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x-none", "' '", "'utf-8'"})
  void aCharsetThatNobodyHasFailsNothing(String charset, Ingestion ingestion) {
    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/limits")
                .header("Content-Type", "application/json; charset=" + charset));

    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
  }

  @Test
  void whoHangsUpIsNoMistakeOfTheService(Ingestion ingestion) throws Exception {
    double before = refused(ingestion, "internal_error");
    for (int i = 0; i < 30; i++) {
      try (var socket = new Socket("127.0.0.1", ingestion.port())) {
        socket.setSoLinger(true, 0);
        String head =
            "POST %s HTTP/1.1\r\nHost: x\r\nX-Write-Key: %s\r\nContent-Length: %d\r\n\r\n[7]"
                .formatted(BATCH, Ingestion.WRITE_KEY, i % 2 == 0 ? 3 : 30);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertThat(ingestion.post(BATCH, "[]").statusCode()).isEqualTo(200);
    assertThat(refused(ingestion, "internal_error")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%, 400, invalid_parameter",
    "POST /api/v1/events/batch?user_id=alice%zz, 400, invalid_parameter",
    "POST /api/v1/events/beacon?key=alice%zz, 400, invalid_parameter",
    "POST /api/v1/cmcd/key?player=alice%zz, 401, unknown_write_key",
    "TRACE /api/v1/events/beacon, 405, method_not_allowed",
    "BREW /api/v1/events/beacon, 405, method_not_allowed",
  })
  void answersWithAProblemEvenToWhatIsHardlyHttp(
      String line, int status, String code, Ingestion ingestion) throws IOException {
    double before = refused(ingestion, code);
    try (var socket = new Socket("127.0.0.1", ingestion.port())) {
      String request = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(reply)
          .startsWith("HTTP/1.1 " + status)
          .contains("application/problem+json", "\"code\":\"" + code + "\"")
          .doesNotContain("Tomcat");
    }
    assertThat(refused(ingestion, code)).as("it was counted").isGreaterThan(before);
  }

  private static double refused(Ingestion ingestion, String code) {
    var counter =
        ingestion
            .bean(MeterRegistry.class)
            .find(IngestionMetrics.REQUESTS_REFUSED)
            .tag("code", code)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  private static HttpRequest.Builder gzip(Ingestion ingestion) {
    return ingestion
        .request(BATCH)
        .header("X-Write-Key", Ingestion.WRITE_KEY)
        .header("Content-Encoding", "gzip");
  }

  private static HttpRequest.Builder post(
      Ingestion ingestion, String path, String type, String body) {
    return ingestion
        .request(path)
        .header("X-Write-Key", Ingestion.WRITE_KEY)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body));
  }

  private static void assertProblem(HttpResponse<String> reply, int status, String code) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(reply.body()).contains("\"code\":\"" + code + "\"", "\"detail\":");
  }
}
