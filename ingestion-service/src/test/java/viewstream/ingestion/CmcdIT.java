package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Secrets;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.topic.Topic;

/** Players that speak CMCD report to the service itself. */
@ExtendWith(RunningService.class)
class CmcdIT {
  private final String video = UUID.randomUUID().toString();

  @Test
  void goodReportsArriveBadOnesAreKeptAndThePlayerNeverHearsOfIt(
      Ingestion ingestion, Backend backend) {
    double received = count(ingestion, IngestionMetrics.RECEIVED);
    double accepted = count(ingestion, IngestionMetrics.ACCEPTED);
    double rejected = count(ingestion, IngestionMetrics.REJECTED);
    String body =
        """
        e=ps,sta=s,cid="%1$s",sid="s1",sn=0,ts=%2$d,v=2\r
        e=rr,url="seg-1",cid="%1$s",sid="s1",sn=1,ts=%2$d,v=2
        nonsense,cid="%1$s"

        e=t,sta=p,br=(900;v),cid="%1$s",sid="s1",sn=2,ts=%2$d,v=2
        """
            .formatted(video, Instant.now().toEpochMilli());

    HttpResponse<String> reply = post(ingestion, Ingestion.WRITE_KEY, "application/cmcd", body);

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(reply.body()).isEmpty();
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      var arrived = log.matching(event -> event.getVideoId().equals(video), 2);
      assertThat(arrived)
          .extracting(entry -> entry.value().getType())
          .containsExactly(PlaybackType.player_state, PlaybackType.heartbeat);
      assertThat(arrived)
          .extracting(TopicLog.Entry::key)
          .containsOnly(arrived.getFirst().value().getViewId());
    }
    var cipher = new PayloadCipher(Secrets.of(Ingestion.PSEUDONYM_KEY), Clock.systemUTC());
    try (var log = new TopicLog<>(backend, Topic.REJECTED_EVENTS, RejectedEvent.class)) {
      assertThat(log.matching(event -> text(event, cipher).contains(video), 1))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.value().getReason()).isEqualTo("missing_field");
                assertThat(entry.value().getEndpoint()).isEqualTo("cmcd");
              });
    }
    assertThat(count(ingestion, IngestionMetrics.RECEIVED) - received).isEqualTo(4);
    assertThat(count(ingestion, IngestionMetrics.ACCEPTED) - accepted).isEqualTo(3);
    assertThat(count(ingestion, IngestionMetrics.REJECTED) - rejected).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "application/cmcd, 204",
    "text/cmcd, 204",
    "text/cmcd;charset=UTF-8, 204",
    "application/json, 204",
    "text/plain;charset=UTF-8, 204",
    "application/x-ndjson, 415",
    "application/octet-stream, 415",
  })
  void bodiesSayWhatTheyAre(String type, int status, Ingestion ingestion) {
    assertThat(post(ingestion, Ingestion.WRITE_KEY, type, "e=t").statusCode()).isEqualTo(status);
  }

  @Test
  void requestsAreRefusedForTheirKeyAndTheirSizeAlone(Ingestion ingestion) {
    assertThat(post(ingestion, "wk_none", "application/cmcd", "e=t").statusCode()).isEqualTo(401);
    assertThat(post(ingestion, Ingestion.WRITE_KEY, "application/cmcd", "e=t\n".repeat(501)))
        .satisfies(reply -> assertThat(reply.statusCode()).isEqualTo(413));
    for (String junk :
        new String[] {
          "", "\n", "{", "[[]]", "\u0000\uffff", "=,=(;\"", "[{\"e\":1e999}]", "[{\"e\":\"t\"}"
        }) {
      assertThat(post(ingestion, Ingestion.WRITE_KEY, "application/cmcd", junk).statusCode())
          .as(junk)
          .isEqualTo(204);
    }
  }

  @Test
  void tellsServersWhatEachPlayerDoesWrong(Ingestion ingestion) {
    String player = "player-" + video;
    String path = "/api/v1/cmcd/%s?player=%s&player_version=1.2";
    ingestion.send(
        ingestion
            .request(path.formatted(Ingestion.WRITE_KEY, player))
            .header("Content-Type", "application/cmcd")
            .POST(BodyPublishers.ofString("e=rr,ts=1,v=3\ne=t,sid=5,cid=v,foo")));

    String report = "/api/v1/ingestion/cmcd/conformance";
    assertThat(ingestion.send(ingestion.request(report)).statusCode()).isEqualTo(401);
    assertThat(
            ingestion
                .send(
                    ingestion
                        .request(report)
                        .header("Authorization", "Bearer " + Ingestion.SECRET_KEY))
                .body())
        .contains(
            "{\"player\":\"%s\",\"player_version\":\"1.2\",\"published\":0,\"not_published\":1,\"rejected\":1,\"issues\":["
                .formatted(player))
        .contains("{\"issue\":\"version\",\"key\":\"v\",\"count\":1,\"found\":\"integer\"}");
  }

  private static HttpResponse<String> post(
      Ingestion ingestion, String key, String type, String body) {
    return ingestion.send(
        ingestion
            .request("/api/v1/cmcd/" + key)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private static double count(Ingestion ingestion, String metric) {
    return ingestion.bean(MeterRegistry.class).find(metric).counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static String text(RejectedEvent event, PayloadCipher cipher) {
    byte[] payload = event.getPayload().array();
    return new String(
        event.getEncrypted() ? cipher.decrypt(payload) : payload, StandardCharsets.UTF_8);
  }
}
