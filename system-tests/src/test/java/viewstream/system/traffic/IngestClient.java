package viewstream.system.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import viewstream.system.api.Http;
import viewstream.system.api.Json;
import viewstream.system.api.Reply;
import viewstream.system.traffic.Batch.Route;

/** The ingestion service as players and servers see it. */
public final class IngestClient {
  private final Http http;
  private final String writeKey;
  private final String secretKey;

  public IngestClient(String address, String writeKey, String secretKey) {
    this.http = new Http(address);
    this.writeKey = writeKey;
    this.secretKey = secretKey;
  }

  /** Puts videos into the catalogue. */
  public Reply catalog(List<Video> videos) throws IOException {
    String lines =
        videos.stream()
            .map(
                video ->
                    Json.write(
                        Map.of(
                            "video_id", video.id(),
                            "channel_id", video.channel(),
                            "title", "Video " + video.id(),
                            "duration_ms", video.duration().toMillis())))
            .collect(Collectors.joining("\n"));
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + secretKey, "Content-Type", "application/x-ndjson");
    return http.post("/api/v1/catalog/videos", headers, lines);
  }

  /** Sends a batch once, by the client's clock of this moment. */
  public Reply send(Batch batch) throws IOException {
    Origin origin = batch.origin();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", origin.userAgent());
    headers.put("Content-Type", contentType(batch.route()));
    if (origin.secret()) {
      headers.put("Authorization", "Bearer " + secretKey);
    } else {
      headers.put("X-Write-Key", writeKey);
    }
    byte[] body = body(batch).getBytes(StandardCharsets.UTF_8);
    if (batch.gzip()) {
      headers.put("Content-Encoding", "gzip");
      body = Http.gzip(body);
    }
    return http.send("POST", path(batch.route()), headers, body);
  }

  private static String path(Route route) {
    return switch (route) {
      case BEACON, BEACON_TEXT -> "/api/v1/events/beacon";
      case BATCH, BATCH_LINES -> "/api/v1/events/batch";
    };
  }

  private static String contentType(Route route) {
    return switch (route) {
      case BEACON, BATCH -> "application/json";
      case BEACON_TEXT -> "text/plain;charset=UTF-8";
      case BATCH_LINES -> "application/x-ndjson";
    };
  }

  private static String body(Batch batch) {
    boolean lines = batch.route() == Route.BATCH_LINES;
    String events =
        batch.events().stream().map(Event::json).collect(Collectors.joining(lines ? "\n" : ","));
    if (lines) {
      return events;
    }
    Origin origin = batch.origin();
    if (!origin.needsEnvelope()) {
      return "[" + events + "]";
    }
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("sent_at", Instant.now().plus(origin.clockSkew()).toString());
    envelope.put("context", origin.context());
    if (origin.clockSkew().isZero()) {
      envelope.remove("sent_at");
    }
    String head = Json.write(envelope);
    return head.substring(0, head.length() - 1) + ",\"events\":[" + events + "]}";
  }
}
