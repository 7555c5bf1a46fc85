package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.topic.Topic;

@ExtendWith(RunningService.class)
class EventEndpointsIT {
  @Test
  void putsBeaconsOnTheTopic(Ingestion ingestion, Backend backend) {
    String view = UUID.randomUUID().toString();
    String body =
        """
        {"sent_at": "%1$s", "context": {"session_id": "s1", "user_id": "u1"}, "events": [
          {"type": "play", "timestamp": "%1$s", "video_id": "v1", "view_id": "%2$s", "seq": 0},
          {"type": "first_frame", "timestamp": "%1$s", "video_id": "v1", "view_id": "%2$s"},
          {"type": "nonsense", "timestamp": "%1$s", "video_id": "v1", "view_id": "%2$s"}]}
        """
            .formatted(Instant.now(), view);

    HttpResponse<String> reply = ingestion.post("/api/v1/events/beacon", body);

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(reply.headers().firstValue("X-Events-Rejected")).hasValue("1");
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      assertThat(log.matching(event -> event.getViewId().equals(view), 2))
          .allSatisfy(entry -> assertThat(entry.key()).isEqualTo(view));
    }
  }
}
