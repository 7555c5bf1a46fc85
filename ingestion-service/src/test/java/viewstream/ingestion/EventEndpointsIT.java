package viewstream.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.privacy.Secrets;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.Context;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.topic.Topic;

/** What is acknowledged can be read back from the topics, as any consumer would. */
@ExtendWith(RunningService.class)
class EventEndpointsIT {
  private static final Secrets SECRETS = Secrets.of(Ingestion.PSEUDONYM_KEY);
  private static final String CHROME_ON_LINUX =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/139.0.0.0 Safari/537.36";

  private final String view = UUID.randomUUID().toString();

  @Test
  void beaconPutsEachGoodEventOnItsTopic(Ingestion ingestion, Backend backend) {
    String body =
        """
        {"key": "%3$s", "sent_at": "%1$s", "context": {"user_id": "u1"}, "events": [
          {"type": "play", "timestamp": "%1$s", "video_id": "v1", "view_id": "%2$s", "seq": 0},
          {"type": "nonsense", "timestamp": "%1$s", "video_id": "v1", "view_id": "%2$s"},
          {"type": "like", "timestamp": "%1$s", "video_id": "v1", "view_id": "%2$s"},
          {"type": "first_frame", "timestamp": "%1$s", "video_id": "v1", "view_id": "%2$s"}]}
        """
            .formatted(Instant.now(), view, Ingestion.WRITE_KEY);

    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/events/beacon")
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("User-Agent", CHROME_ON_LINUX)
                .POST(BodyPublishers.ofString(body)));

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.headers().firstValue("X-Events-Rejected")).hasValue("1");
    long viewer = new Pseudonyms(SECRETS).ofUser("u1", 0);
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      assertThat(log.matching(event -> event.getViewId().equals(view), 2))
          .hasSize(2)
          .allSatisfy(
              entry -> {
                assertThat(entry.key()).isEqualTo(view);
                Context context = entry.value().getContext();
                assertThat(context.getDevice()).isEqualTo("desktop");
                assertThat(context.getOs()).isEqualTo("Linux");
                assertThat(context.getBrowser()).isEqualTo("Chrome");
                assertThat(entry.value().getOrigin().getViewerId()).isEqualTo(viewer);
              });
    }
    try (var log = new TopicLog<>(backend, Topic.ENGAGEMENT_EVENTS, EngagementEvent.class)) {
      assertThat(log.matching(event -> view.equals(event.getViewId()), 1))
          .singleElement()
          .satisfies(
              like -> assertThat(like.key()).isEqualTo(like.value().getEventId().toString()));
    }
  }

  @Test
  void keepsRejectedEventsWithoutPersons(Ingestion ingestion, Backend backend) {
    String marker = view;
    String lines =
        """
        {"type": "%1$s", "user_id": "secret-person"}
        {"type": "play", %1$s secret-person
        """
            .formatted(marker);

    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/events/batch")
                .header("X-Write-Key", Ingestion.WRITE_KEY)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains("\"accepted\":0", "\"rejected\":2", "unknown_type", "malformed_json")
        .doesNotContain("secret-person");
    var cipher = new PayloadCipher(SECRETS, Clock.systemUTC());
    String pseudonym =
        HexFormat.of().toHexDigits(new Pseudonyms(SECRETS).ofUser("secret-person", 0));
    try (var log = new TopicLog<>(backend, Topic.REJECTED_EVENTS, RejectedEvent.class)) {
      assertThat(log.matching(event -> text(event, cipher).contains(marker), 2))
          .hasSize(2)
          .allSatisfy(
              entry -> {
                assertThat(new String(entry.value().getPayload().array(), UTF_8))
                    .doesNotContain("secret-person");
                assertThat(entry.value().getEndpoint()).isEqualTo("batch");
              })
          .anySatisfy(entry -> assertThat(text(entry.value(), cipher)).contains(pseudonym))
          .anySatisfy(entry -> assertThat(text(entry.value(), cipher)).contains("secret-person"));
    }
  }

  @Test
  void batchSaysWhatBecameOfEachEvent(Ingestion ingestion) {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> reply =
        ingestion.post(
            "/api/v1/events/batch",
            "[{\"type\":\"play\",\"video_id\":\"v\",\"timestamp\":%d},{\"event_id\":\"%s\"},7]"
                .formatted(Instant.now().getEpochSecond(), id));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo(
            "{\"accepted\":1,\"rejected\":2,\"errors\":["
                + "{\"index\":1,\"event_id\":\""
                + id
                + "\",\"code\":\"missing_field\",\"field\":\"type\","
                + "\"message\":\"type is required on this event\"},"
                + "{\"index\":2,\"event_id\":null,\"code\":\"not_an_object\",\"field\":null,"
                + "\"message\":\"an event must be a JSON object\"}]}");
  }

  @Test
  void dryRunShowsTheEnrichedEventAndStoresNothing(Ingestion ingestion, Backend backend) {
    String dry = "dry-" + view;
    HttpResponse<String> reply = ingestion.post("/api/v1/events/batch?dry_run=true", plays(dry));
    ingestion.post("/api/v1/events/batch", plays(view));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains("\"accepted\":1", "\"view_id\":\"" + dry + "\"", "\"traffic_class\":\"human\"");
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      log.matching(event -> event.getViewId().equals(view), 1);
      assertThat(log.matching(event -> event.getViewId().equals(dry), 0)).isEmpty();
    }
  }

  /** Whoever reads the topics must not be able to ask who is who. */
  @Test
  void dryRunTellsNoPseudonymThatIsStored(Ingestion ingestion, Backend backend) {
    String body =
        "[{\"type\":\"play\",\"video_id\":\"%s\",\"user_id\":\"ann\",\"timestamp\":%d}]"
            .formatted(view, Instant.now().toEpochMilli());
    String dry = ingestion.post("/api/v1/events/batch?dry_run=true", body).body();
    ingestion.post("/api/v1/events/batch", body);

    assertThat(dry).contains("\"viewer_id\":\"", "\"view_id\":\"");
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      PlaybackEvent stored =
          log.matching(event -> event.getVideoId().equals(view), 1).getFirst().value();
      assertThat(dry)
          .doesNotContain(Long.toHexString(stored.getOrigin().getViewerId()), stored.getViewId());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"0001-01-01T00:00:00Z\"", "253402300799999", "\"+999999999-01-01T00:00Z\"", "0"})
  void aWildClockCostsNoMoreThanTheEventsThatNeedIt(String sentAt, Ingestion ingestion) {
    String event = "{\"type\":\"play\",\"video_id\":\"v\",\"timestamp\":%d%s}";
    long now = Instant.now().toEpochMilli();
    String body =
        "{\"sent_at\":%s,\"events\":[%s,%s]}"
            .formatted(
                sentAt,
                event.formatted(now, ""),
                event.formatted(now, ",\"sent_at\":%d".formatted(now)));

    HttpResponse<String> reply = ingestion.post("/api/v1/events/batch", body);

    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).startsWith("{\"accepted\":1,\"rejected\":1,");
  }

  @Test
  void readsGzipAndCorrectsClocks(Ingestion ingestion, Backend backend) throws IOException {
    Instant wrong = Instant.now().minus(Duration.ofDays(300));
    String body =
        """
        {"sent_at": "%1$s", "events": [
          {"type": "view", "timestamp": "%1$s", "video_id": "v", "view_id": "%2$s"}]}
        """
            .formatted(wrong, view);

    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/events/beacon?key=" + Ingestion.WRITE_KEY)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(body))));

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(reply.headers().firstValue("X-Events-Rejected")).isEmpty();
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      PlaybackEvent event =
          log.matching(found -> found.getViewId().equals(view), 1).getFirst().value();
      assertThat(event.getEventTime()).isEqualTo(event.getOrigin().getReceivedTime());
      assertThat(event.getOrigin().getClientTime()).isBefore(Instant.now().minusSeconds(1_000_000));
    }
  }

  @Test
  void singleEventsAreAnsweredWithTheirId(Ingestion ingestion) {
    String id = UUID.randomUUID().toString();
    String event = "{\"event_id\":\"%s\",\"video_id\":\"v\",\"timestamp\":%d%s}";
    long now = Instant.now().getEpochSecond();

    HttpResponse<String> viewed =
        ingestion.post("/api/v1/analytics/view", event.formatted(id, now, ""));
    HttpResponse<String> liked =
        ingestion.post(
            "/api/v1/analytics/engagement", event.formatted(id, now, ",\"type\":\"like\""));
    HttpResponse<String> wrong =
        ingestion.post("/api/v1/analytics/engagement", event.formatted(id, now, ""));

    assertThat(viewed.statusCode()).isEqualTo(202);
    assertThat(viewed.body()).isEqualTo("{\"status\":\"accepted\",\"event_id\":\"" + id + "\"}");
    assertThat(liked.statusCode()).isEqualTo(202);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(wrong.body()).contains("\"code\":\"missing_field\"", "\"field\":\"type\"");
  }

  private static String plays(String viewId) {
    return "[{\"type\":\"play\",\"video_id\":\"v\",\"view_id\":\"%s\",\"timestamp\":%d}]"
        .formatted(viewId, Instant.now().toEpochMilli());
  }

  private static String text(RejectedEvent event, PayloadCipher cipher) {
    byte[] payload = event.getPayload().array();
    return new String(event.getEncrypted() ? cipher.decrypt(payload) : payload, UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
