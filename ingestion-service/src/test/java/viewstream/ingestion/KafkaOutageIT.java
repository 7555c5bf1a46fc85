package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.topic.Topic;
import viewstream.stack.Part;

/** No reply says 2xx for an event that is not safe, and everything comes back by itself. */
class KafkaOutageIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration FAST = Duration.ofMillis(500);

  private static Backend backend;

  @TempDir Path folder;
  private final List<String> accepted = new ArrayList<>();

  @BeforeAll
  static void start() {
    backend = Backend.startProcesses();
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  @Test
  void waitsForServersThatItHasNeverSeen() {
    stopServers();
    try (Ingestion ingestion = ingestion()) {
      assertThat(ingestion.ready()).isFalse();
      assertRefused(play(ingestion));

      startServers();
      await().atMost(LONG).until(ingestion::ready);
      assertAccepted(play(ingestion));
      awaitEmptySpool(ingestion);
    }
    assertAllArrived();
  }

  @Test
  void keepsEventsWhileKafkaIsAwayAcrossARestartAndDeliversThem() {
    try (Ingestion ingestion = ingestion()) {
      await().atMost(LONG).until(ingestion::ready);
      assertAccepted(play(ingestion));

      stopServers();
      for (int i = 0; i < 3; i++) {
        assertAccepted(play(ingestion));
      }
      await().until(() -> ingestion.metric("viewstream_ingestion_kafka_works") == 0);
      Instant begin = Instant.now();
      assertAccepted(play(ingestion));
      assertThat(Duration.between(begin, Instant.now()))
          .as("with an open breaker")
          .isLessThan(FAST);
      assertThat(ingestion.ready()).isTrue();
      assertThat(ingestion.metric("viewstream_ingestion_spool_records")).isEqualTo(4);
    }
    try (Ingestion ingestion = ingestion()) {
      await().atMost(LONG).until(ingestion::ready);
      assertAccepted(play(ingestion));
      assertThat(ingestion.metric("viewstream_ingestion_spool_records")).isEqualTo(5);
      assertThat(ingestion.metric("viewstream_ingestion_spool_depth_bytes")).isPositive();
      assertThat(ingestion.metric("viewstream_ingestion_spool_age_seconds")).isPositive();

      startServers();
      awaitEmptySpool(ingestion);
      assertAccepted(play(ingestion));
      assertThat(ingestion.metric("viewstream_ingestion_spool_records")).isZero();
    }
    assertAllArrived();
  }

  @Test
  void waitsLongerForWhatItCannotKeep() {
    try (Ingestion ingestion = ingestion()) {
      await().atMost(LONG).until(ingestion::ready);
      CompletableFuture<HttpResponse<String>> video;
      backend.processes().freeze(Part.KAFKA);
      try {
        video = CompletableFuture.supplyAsync(() -> putVideo(ingestion));
        assertAccepted(play(ingestion));
        assertThat(ingestion.metric("viewstream_ingestion_spool_records")).isEqualTo(1);
        assertThat(video).isNotDone();
      } finally {
        backend.processes().thaw(Part.KAFKA);
      }
      assertThat(video.join().statusCode()).isEqualTo(200);
      awaitEmptySpool(ingestion);
    }
    assertAllArrived();
  }

  @Test
  void doesNotKeepWhatMustNotComeLate() {
    try (Ingestion ingestion = ingestion(Map.of("viewstream.kafka.delivery-timeout", "5s"))) {
      await().atMost(LONG).until(ingestion::ready);
      backend.servers().stop(Part.KAFKA);
      try {
        assertRefused(putVideo(ingestion));
      } finally {
        backend.servers().startAgain(Part.KAFKA);
        backend.servers().awaitHealthy(Part.KAFKA);
      }
      await().atMost(LONG).until(() -> putVideo(ingestion).statusCode() == 200);
    }
  }

  @Test
  void saysNoWhenTheSpoolIsFullAndYesWhenItHasRoom() {
    Map<String, String> small =
        Map.of("viewstream.spool.capacity", "4KB", "viewstream.spool.segment-size", "1KB");
    try (Ingestion ingestion = ingestion(small)) {
      await().atMost(LONG).until(ingestion::ready);
      backend.servers().stop(Part.KAFKA);
      HttpResponse<String> reply = play(ingestion);
      for (int i = 0; reply.statusCode() == 204 && i < 200; i++) {
        assertAccepted(reply);
        reply = play(ingestion);
      }
      assertRefused(reply);
      assertThat(ingestion.ready()).isFalse();

      backend.servers().startAgain(Part.KAFKA);
      await().atMost(LONG).until(ingestion::ready);
      assertAccepted(play(ingestion));
      awaitEmptySpool(ingestion);
    }
    assertAllArrived();
  }

  private static void awaitEmptySpool(Ingestion ingestion) {
    await().atMost(LONG).until(() -> ingestion.metric("viewstream_ingestion_spool_records") == 0);
  }

  private static void stopServers() {
    backend.servers().stop(Part.KAFKA);
    backend.servers().stop(Part.REGISTRY);
  }

  private static void startServers() {
    backend.servers().startAgain(Part.KAFKA);
    backend.servers().startAgain(Part.REGISTRY);
    backend.servers().awaitHealthy();
  }

  private Ingestion ingestion() {
    return ingestion(Map.of());
  }

  private Ingestion ingestion(Map<String, String> more) {
    var settings = new java.util.HashMap<>(more);
    settings.put("viewstream.spool.folder", folder.resolve("spool").toString());
    settings.put("viewstream.keys.snapshot", folder.resolve("keys.avro").toString());
    return backend.ingestion(settings);
  }

  private HttpResponse<String> play(Ingestion ingestion) {
    String event = UUID.randomUUID().toString();
    HttpResponse<String> reply =
        ingestion.post(
            "/api/v1/events/beacon",
            "[{\"type\":\"play\",\"video_id\":\"v\",\"event_id\":\"%s\",\"timestamp\":%d}]"
                .formatted(event, Instant.now().toEpochMilli()));
    if (reply.statusCode() == 204) {
      accepted.add(event);
    }
    return reply;
  }

  private static HttpResponse<String> putVideo(Ingestion ingestion) {
    return ingestion.send(
        ingestion
            .request("/api/v1/catalog/videos/v")
            .header("Authorization", "Bearer " + Ingestion.SECRET_KEY)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"channel_id\":\"c\",\"title\":\"t\"}")));
  }

  private void assertAllArrived() {
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      assertThat(
              log.matching(
                  event -> accepted.contains(event.getEventId().toString()), accepted.size()))
          .extracting(entry -> entry.value().getEventId().toString())
          .containsAll(accepted);
    }
  }

  private static void assertAccepted(HttpResponse<String> reply) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(204);
  }

  private static void assertRefused(HttpResponse<String> reply) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(503);
    assertThat(reply.headers().firstValue("Retry-After")).isPresent();
    assertThat(reply.body()).contains("\"code\":\"unavailable\"");
  }
}
