package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.ApiDocument;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.Tool;

/** Replies carry the headers that the kept document names for their status, and no others. */
@ExtendWith(RunningService.class)
class OpenApiHeadersIT {
  private static final String BEACON = "/api/v1/events/beacon";
  private static final String BATCH = "/api/v1/events/batch";
  private static final String IMPORT = "/api/v1/events/import";
  private static final String VIEW = "/api/v1/analytics/view";
  private static final String ENGAGEMENT = "/api/v1/analytics/engagement";
  private static final String REVENUE = "/api/v1/analytics/revenue";
  private static final String CMCD = "/api/v1/cmcd/{write_key}";
  private static final String VIDEO = "/api/v1/catalog/videos/{video_id}";
  private static final String VIDEOS = "/api/v1/catalog/videos";
  private static final String CHANNEL = "/api/v1/catalog/channels/{channel_id}";
  private static final String WARNINGS = "/api/v1/ingestion/warnings";
  private static final String CONFORMANCE = "/api/v1/ingestion/cmcd/conformance";
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final String UNKNOWN = "nope";

  private final ApiDocument document = new ApiDocument();
  private final long now = Instant.now().toEpochMilli();
  private Ingestion ingestion;

  @Test
  void ofPlayers(Ingestion running, Backend backend) {
    ingestion = running;
    String key = key(backend, "write", "--quota=100000");

    assertReply(204, BEACON, write(key, BEACON, JSON, "[{}]"));
    assertReply(200, BATCH, write(key, BATCH, JSON, "[{}]"));
    assertReply(202, VIEW, write(key, VIEW, JSON, event("view")));
    assertReply(202, ENGAGEMENT, write(key, ENGAGEMENT, JSON, event("like")));
    assertReply(204, CMCD, write(UNKNOWN, "/api/v1/cmcd/" + key, JSON, "{}"));
    assertReply(400, VIEW, write(key, VIEW, JSON, "{}"));
    assertReply(400, ENGAGEMENT, write(key, ENGAGEMENT, JSON, "{}"));
    for (String path : new String[] {BEACON, BATCH}) {
      assertReply(400, path, write(key, path, JSON, "[{"));
      assertReply(401, path, write(UNKNOWN, path, JSON, "[]"));
      assertReply(413, path, write(key, path, JSON, "[" + "{},".repeat(500) + "{}]"));
      assertReply(415, path, write(key, path, "application/xml", "<a/>"));
    }
    assertReply("get", 200, WARNINGS, write(key, WARNINGS, JSON, "").GET());
    assertReply("get", 401, WARNINGS, write(UNKNOWN, WARNINGS, JSON, "").GET());
  }

  @Test
  void ofServers(Ingestion running, Backend backend) {
    ingestion = running;
    String key = key(backend, "secret", "--quota=100000");
    String revenue =
        "{\"event_id\":\"%s\",\"timestamp\":%d,\"channel_id\":\"c\",\"source\":\"ads\",\"amount\":\"1\",\"currency\":\"EUR\"}"
            .formatted(UUID.randomUUID(), now);

    assertReply(200, IMPORT, server(key, IMPORT, LINES, "{}"));
    assertReply(202, REVENUE, server(key, REVENUE, JSON, revenue));
    assertReply(400, REVENUE, server(key, REVENUE, JSON, "{}"));
    assertReply(200, VIDEOS, server(key, VIDEOS, LINES, "{}"));
    assertReply(401, VIDEOS, server(UNKNOWN, VIDEOS, LINES, "{}"));
    assertReply(415, VIDEOS, server(key, VIDEOS, JSON, "{}"));
    assertPut(
        200,
        VIDEO,
        "/api/v1/catalog/videos/v",
        key,
        "{\"channel_id\":\"c\",\"title\":\"t\",\"duration_ms\":1}");
    assertPut(400, VIDEO, "/api/v1/catalog/videos/v", key, "[");
    assertPut(200, CHANNEL, "/api/v1/catalog/channels/c", key, "{\"name\":\"n\"}");
    assertReply("get", 200, CONFORMANCE, server(key, CONFORMANCE, JSON, "").GET());
    assertReply("get", 401, CONFORMANCE, server(UNKNOWN, CONFORMANCE, JSON, "").GET());
  }

  @Test
  void ofKeysThatSentEnough(Ingestion running, Backend backend) {
    ingestion = running;
    String key = key(backend, "write", "--quota=1");
    String batch = "[" + "{},".repeat(399) + "{}]";
    assertReply(200, BATCH, write(key, BATCH, JSON, batch));

    assertReply(429, BATCH, write(key, BATCH, JSON, batch));
    assertReply(429, BEACON, write(key, BEACON, JSON, batch));
    assertReply(429, CMCD, write(UNKNOWN, "/api/v1/cmcd/" + key, JSON, batch));
  }

  @Test
  void ofEverybody(Ingestion running) {
    ingestion = running;
    assertReply("get", 200, "/api/v1/limits", ingestion.request("/api/v1/limits"));
    assertReply("get", 200, "/openapi.json", ingestion.request("/openapi.json"));
    HttpResponse<String> wrongMethod = ingestion.send(ingestion.request(BEACON).GET());
    assertThat(wrongMethod.statusCode()).isEqualTo(405);
    assertThat(ApiDocument.headers(wrongMethod)).isEqualTo(document.headers("MethodNotAllowed"));
    HttpResponse<String> wrongPath = ingestion.send(ingestion.request("/api/v1/nothing").GET());
    assertThat(wrongPath.statusCode()).isEqualTo(404);
    assertThat(ApiDocument.headers(wrongPath)).isEqualTo(document.headers("NotFound"));
  }

  private void assertPut(int status, String path, String at, String key, String body) {
    HttpRequest.Builder request = server(key, at, JSON, body);
    assertReply("put", status, path, request.PUT(BodyPublishers.ofString(body)));
  }

  private void assertReply(int status, String path, HttpRequest.Builder request) {
    assertReply("post", status, path, request);
  }

  private void assertReply(String method, int status, String path, HttpRequest.Builder request) {
    HttpResponse<String> reply = ingestion.send(request);

    assertThat(reply.statusCode()).as(path + " " + reply.body()).isEqualTo(status);
    assertThat(ApiDocument.headers(reply))
        .as("%s %s %d", method, path, status)
        .isEqualTo(document.headers(method, path, status));
  }

  private HttpRequest.Builder write(String key, String path, String type, String body) {
    return post(path, type, body).header("X-Write-Key", key);
  }

  private HttpRequest.Builder server(String key, String path, String type, String body) {
    return post(path, type, body).header("Authorization", "Bearer " + key);
  }

  private HttpRequest.Builder post(String path, String type, String body) {
    return ingestion.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
  }

  private String event(String type) {
    return "{\"type\":\"%s\",\"video_id\":\"v\",\"event_id\":\"%s\",\"timestamp\":%d}"
        .formatted(type, UUID.randomUUID(), now);
  }

  /** Makes a key and waits until it is known. */
  private String key(Backend backend, String kind, String quota) {
    String name = UUID.randomUUID().toString();
    String key =
        Tool.run(backend, "keys", "create", "--kind", kind, "--name", name, quota, "--burst=500")
            .value(kind + "_key");
    await().atMost(Duration.ofSeconds(10)).until(() -> known(kind, key));
    return key;
  }

  private boolean known(String kind, String key) {
    HttpRequest.Builder request =
        kind.equals("write") ? write(key, WARNINGS, JSON, "") : server(key, WARNINGS, JSON, "");
    return ingestion.send(request.GET()).statusCode() == 200;
  }
}
