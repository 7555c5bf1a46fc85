package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.topic.Topic;
import viewstream.stack.Part;

/** No reply says 2xx for an event that is not safe, and everything comes back by itself. */
class KafkaOutageIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final String view = UUID.randomUUID().toString();

  @Test
  void waitsForServersAtStartAndAnswers503WhileKafkaIsAway() {
    try (Backend backend = Backend.start()) {
      backend.servers().stop(Part.KAFKA);
      backend.servers().stop(Part.REGISTRY);
      try (Ingestion ingestion =
          backend.ingestion(Map.of("viewstream.kafka.delivery-timeout", "5s"))) {
        assertThat(ingestion.ready()).isFalse();
        assertRefused(play(ingestion));

        backend.servers().startAgain(Part.KAFKA);
        backend.servers().startAgain(Part.REGISTRY);
        await().atMost(LONG).until(ingestion::ready);
        assertThat(play(ingestion).statusCode()).isEqualTo(204);

        backend.servers().stop(Part.KAFKA);
        assertRefused(play(ingestion));
        backend.servers().startAgain(Part.KAFKA);
        await().atMost(LONG).until(() -> play(ingestion).statusCode() == 204);
      }
      try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
        assertThat(log.matching(event -> event.getViewId().equals(view), 2))
            .hasSizeGreaterThanOrEqualTo(2);
      }
    }
  }

  private HttpResponse<String> play(Ingestion ingestion) {
    String event =
        "[{\"type\":\"play\",\"video_id\":\"v\",\"view_id\":\"%s\",\"timestamp\":%d}]"
            .formatted(view, Instant.now().toEpochMilli());
    return ingestion.post("/api/v1/events/beacon", event);
  }

  private static void assertRefused(HttpResponse<String> reply) {
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.headers().firstValue("Retry-After")).isPresent();
    assertThat(reply.body()).contains("\"code\":\"unavailable\"");
  }
}
