package viewstream.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.ForeignConsumer;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.Tool;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.topic.Topic;

/**
 * Each topic can be read in another language with public libraries and the registry alone. On a
 * backend of its own, so that all that is there is what was sent here.
 */
class ForeignConsumerIT {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String AMOUNT = "-99999999999999999999999999999.999999999";
  private static final int PLAYS = 100;
  private static final String JSON = "application/json";

  private final String id = UUID.randomUUID().toString();
  private final long now = Instant.now().toEpochMilli();

  @Test
  void decodesWhatWasSentAndNothingElse() throws Exception {
    try (Backend backend = Backend.start();
        Ingestion ingestion = backend.ingestion(Map.of())) {
      await().atMost(START).until(ingestion::ready);
      sendPlayback(ingestion);
      sendReports(ingestion);
      sendCatalogue(ingestion);
      changeAKey(backend);

      ForeignConsumer seen = ForeignConsumer.read(backend);

      assertPlayback(seen.on(Topic.VIDEO_VIEW_EVENTS), backend);
      assertRejected(seen.on(Topic.REJECTED_EVENTS));
      assertReports(seen);
      assertCatalogue(seen);
      assertKeys(seen.on(Topic.WRITE_KEYS));
      for (Topic topic : Topic.values()) {
        assertThat(seen.counts().at("/" + topic.topicName() + "/decoded").asInt())
            .as(topic.topicName())
            .isEqualTo(seen.on(topic).size())
            .isPositive();
      }
    }
  }

  /** Enough alike that the producer's compression is worth its while. */
  private void sendPlayback(Ingestion ingestion) {
    List<String> plays = IntStream.range(0, PLAYS).mapToObj(i -> event("play", i)).toList();
    String beacon = "[%s,%s]".formatted(String.join(",", plays), event("nonsense", PLAYS));
    assertStatus(204, ingestion.post("/api/v1/events/beacon", beacon));
    String report = "e=ps,sta=p,cid=\"%s\",sid=\"s1\",sn=7,br=(900;v),ts=%d,v=2".formatted(id, now);
    assertStatus(
        204,
        ingestion.send(
            ingestion
                .request("/api/v1/cmcd/" + Ingestion.WRITE_KEY)
                .header("Content-Type", "application/cmcd")
                .POST(BodyPublishers.ofString(report))));
  }

  private String event(String type, int number) {
    return "{\"type\":\"%s\",\"video_id\":\"v\",\"view_id\":\"%s-%d\",\"timestamp\":%d}"
        .formatted(type, id, number, now);
  }

  private void assertPlayback(List<JsonNode> records, Backend backend) {
    List<JsonNode> plays = withValue(records, "/value/type", "play");
    assertThat(plays)
        .hasSize(PLAYS)
        .extracting(play -> text(play, "/value/view_id"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, PLAYS).mapToObj(i -> id + "-" + i).toList());
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      PlaybackEvent ours =
          log.matching(event -> event.getViewId().equals(id + "-0"), 1).getFirst().value();
      assertThat(withValue(plays, "/key", id + "-0"))
          .singleElement()
          .satisfies(
              play -> {
                assertThat(text(play, "/value/event_id")).isEqualTo(ours.getEventId().toString());
                assertThat(text(play, "/value/origin/viewer_id"))
                    .isEqualTo(Long.toString(ours.getOrigin().getViewerId()));
                assertThat(text(play, "/value/context/browser")).isEqualTo("Firefox");
                assertThat(Instant.parse(text(play, "/value/origin/client_time")))
                    .isEqualTo(Instant.ofEpochMilli(now));
              });
    }
    List<JsonNode> reports = withValue(records, "/value/video_id", id);
    assertThat(records).hasSize(PLAYS + 1);
    assertThat(reports)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(text(report, "/value/type")).isEqualTo("player_state");
              assertThat(text(report, "/value/origin/source")).isEqualTo("cmcd");
              assertThat(text(report, "/value/cmcd/sn")).isEqualTo("7");
              assertThat(text(report, "/value/cmcd/br/0/value")).isEqualTo("900");
              assertThat(text(report, "/value/cmcd/br/0/object")).isEqualTo("v");
            });
  }

  private void assertRejected(List<JsonNode> records) {
    assertThat(records)
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(text(rejected, "/value/reason")).isEqualTo("unknown_type");
              assertThat(text(rejected, "/value/endpoint")).isEqualTo("beacon");
              byte[] payload = Base64.getDecoder().decode(text(rejected, "/value/payload"));
              assertThat(new String(payload, UTF_8)).contains(id + "-" + PLAYS);
            });
  }

  private void sendReports(Ingestion ingestion) {
    String like = "{\"event_id\":\"%s\",\"video_id\":\"v\",\"timestamp\":%d,\"type\":\"like\"}";
    assertStatus(202, ingestion.post("/api/v1/analytics/engagement", like.formatted(id, now)));
    String money =
        "{\"event_id\":\"%s\",\"timestamp\":%d,\"channel_id\":\"c1\",\"source\":\"ads\",\"amount\":\"%s\",\"currency\":\"EUR\"}";
    assertStatus(
        202,
        asServer(
            ingestion,
            "/api/v1/analytics/revenue",
            "POST",
            JSON,
            money.formatted(id, now, AMOUNT)));
    String old =
        "{\"type\":\"view\",\"timestamp\":\"2009-05-01T10:00:00Z\",\"video_id\":\"v\",\"view_id\":\"%s\"}";
    assertStatus(
        200,
        asServer(
            ingestion, "/api/v1/events/import", "POST", "application/x-ndjson", old.formatted(id)));
  }

  private void assertReports(ForeignConsumer seen) {
    assertThat(seen.on(Topic.ENGAGEMENT_EVENTS))
        .singleElement()
        .satisfies(
            like -> {
              assertThat(text(like, "/value/event_id")).isEqualTo(id);
              assertThat(text(like, "/value/type")).isEqualTo("like");
            });
    assertThat(seen.on(Topic.REVENUE_EVENTS))
        .singleElement()
        .satisfies(
            money -> {
              assertThat(text(money, "/value/event_id")).isEqualTo(id);
              assertThat(text(money, "/value/amount")).isEqualTo(AMOUNT);
            });
    assertThat(seen.on(Topic.IMPORT_EVENTS))
        .singleElement()
        .satisfies(
            old -> {
              assertThat(text(old, "/value/view_id")).isEqualTo(id);
              assertThat(text(old, "/value/event_time")).isEqualTo("2009-05-01T10:00:00.000Z");
            });
  }

  private void sendCatalogue(Ingestion ingestion) {
    String video = "{\"channel_id\":\"c1\",\"title\":\"Grüße\",\"duration_ms\":60000}";
    assertStatus(200, asServer(ingestion, "/api/v1/catalog/videos/" + id, "PUT", JSON, video));
    String channel = "{\"name\":\"News\"}";
    assertStatus(200, asServer(ingestion, "/api/v1/catalog/channels/" + id, "PUT", JSON, channel));
  }

  private void assertCatalogue(ForeignConsumer seen) {
    assertThat(seen.on(Topic.VIDEO_CATALOG))
        .singleElement()
        .satisfies(
            video -> {
              assertThat(text(video, "/value/video_id")).isEqualTo(id);
              assertThat(text(video, "/value/title")).isEqualTo("Grüße");
              assertThat(text(video, "/value/duration_ms")).isEqualTo("60000");
            });
    assertThat(seen.on(Topic.CHANNEL_CATALOG))
        .singleElement()
        .satisfies(
            channel -> {
              assertThat(text(channel, "/value/channel_id")).isEqualTo(id);
              assertThat(text(channel, "/value/name")).isEqualTo("News");
            });
  }

  private void changeAKey(Backend backend) {
    assertThat(Tool.run(backend, "keys", "create", "--kind=write", "--name", id).exitCode())
        .isZero();
    assertThat(Tool.run(backend, "keys", "change", id, "--quota", "100").exitCode()).isZero();
  }

  private void assertKeys(List<JsonNode> records) {
    assertThat(records).hasSize(2).allSatisfy(key -> assertThat(text(key, "/key")).isEqualTo(id));
    assertThat(records.getFirst().at("/value/quota").isNull()).isTrue();
    assertThat(text(records.getLast(), "/value/quota/events_per_second")).isEqualTo("100");
  }

  private static List<JsonNode> withValue(List<JsonNode> records, String field, String value) {
    return records.stream().filter(record -> text(record, field).equals(value)).toList();
  }

  private static String text(JsonNode record, String field) {
    return record.at(field).asString();
  }

  private static HttpResponse<String> asServer(
      Ingestion ingestion, String path, String method, String type, String body) {
    return ingestion.send(
        ingestion
            .request(path)
            .header("Authorization", "Bearer " + Ingestion.SECRET_KEY)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body)));
  }

  private static void assertStatus(int status, HttpResponse<String> reply) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
  }
}
