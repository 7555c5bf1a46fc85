package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.topic.Topic;

@ExtendWith(RunningService.class)
class CatalogIT {
  private final String id = UUID.randomUUID().toString();

  @Test
  void publishesAVideoByItsId(Ingestion ingestion, Backend backend) {
    HttpResponse<String> reply =
        put(
            ingestion,
            "/api/v1/catalog/videos/" + id,
            """
            {"channel_id": "c1", "title": "Grüße", "duration_ms": 60000,
             "published_at": "2026-01-31T12:00:00+01:00", "live": true}
            """);

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("\"video_id\":\"" + id + "\"", "\"title\":\"Grüße\"");
    try (var log = new TopicLog<>(backend, Topic.VIDEO_CATALOG, CatalogVideo.class)) {
      assertThat(log.matching(video -> video.getVideoId().equals(id), 1))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.key()).isEqualTo(id);
                assertThat(entry.value().getChannelId()).isEqualTo("c1");
                assertThat(entry.value().getTitle()).isEqualTo("Grüße");
                assertThat(entry.value().getDurationMs()).isEqualTo(60_000);
                assertThat(entry.value().getPublishedAt())
                    .isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
                assertThat(entry.value().getLive()).isTrue();
              });
    }
  }

  @Test
  void publishesAChannelByItsId(Ingestion ingestion, Backend backend) {
    HttpResponse<String> reply =
        put(ingestion, "/api/v1/catalog/channels/" + id, "{\"name\": \"News\"}");

    assertThat(reply.statusCode()).isEqualTo(200);
    try (var log = new TopicLog<>(backend, Topic.CHANNEL_CATALOG, CatalogChannel.class)) {
      assertThat(log.matching(channel -> channel.getChannelId().equals(id), 1))
          .singleElement()
          .satisfies(entry -> assertThat(entry.value().getName()).isEqualTo("News"));
    }
  }

  @Test
  void takesManyVideosAndSaysWhichWereWrong(Ingestion ingestion, Backend backend) {
    String lines =
        """
        {"video_id": "%1$s", "channel_id": "c1", "title": "one"}
        {"video_id": "%1$s", "channel_id": "c1"}
        nonsense
        {"video_id": "%1$s-2", "channel_id": "c1", "title": "two"}
        """
            .formatted(id);
    HttpResponse<String> reply =
        ingestion.send(
            asServer(ingestion, "/api/v1/catalog/videos")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains("\"accepted\":2,\"rejected\":2")
        .contains("\"index\":1,\"code\":\"missing_field\",\"field\":\"title\"")
        .contains("\"index\":2,\"code\":\"malformed_json\"");
    try (var log = new TopicLog<>(backend, Topic.VIDEO_CATALOG, CatalogVideo.class)) {
      assertThat(log.matching(video -> video.getVideoId().startsWith(id), 2)).hasSize(2);
    }
  }

  @Test
  void isForServersOnly(Ingestion ingestion) {
    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/catalog/channels/c1")
                .header("X-Write-Key", Ingestion.WRITE_KEY)
                .PUT(BodyPublishers.ofString("{\"name\":\"x\"}")));

    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(reply.body()).contains("unauthenticated");
  }

  @Test
  void saysWhatIsMissing(Ingestion ingestion) {
    HttpResponse<String> reply = put(ingestion, "/api/v1/catalog/videos/" + id, "{}");

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("\"code\":\"missing_field\"", "\"field\":\"channel_id\"");
    for (String none : List.of("a%20b", "v1;x", "v1;x=y")) {
      assertThat(put(ingestion, "/api/v1/catalog/videos/" + none, "{}").body())
          .as(none)
          .contains("\"code\":\"invalid_parameter\"");
    }
  }

  private static HttpResponse<String> put(Ingestion ingestion, String path, String json) {
    return ingestion.send(
        asServer(ingestion, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  private static HttpRequest.Builder asServer(Ingestion ingestion, String path) {
    return ingestion.request(path).header("Authorization", "Bearer " + Ingestion.SECRET_KEY);
  }
}
