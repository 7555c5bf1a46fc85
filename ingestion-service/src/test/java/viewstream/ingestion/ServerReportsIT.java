package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.EventSource;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.event.RevenueEvent;
import viewstream.schema.topic.Topic;

/** What servers report with their secret key: money, and events of long ago. */
@ExtendWith(RunningService.class)
class ServerReportsIT {
  private static final String REVENUE = "/api/v1/analytics/revenue";
  private static final String IMPORT = "/api/v1/events/import";

  private final String id = UUID.randomUUID().toString();

  @ParameterizedTest
  @ValueSource(strings = {"0.000000001", "-12.30", "99999999999999999999999999999.999999999"})
  void moneyArrivesToTheLastDigit(String amount, Ingestion ingestion, Backend backend) {
    HttpResponse<String> reply = pay(ingestion, money(amount, "\"event_id\":\"" + id + "\","));

    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
    assertThat(reply.body())
        .isEqualTo("{\"status\":\"accepted\",\"event_id\":\"%s\"}".formatted(id));
    try (var log = new TopicLog<>(backend, Topic.REVENUE_EVENTS, RevenueEvent.class)) {
      assertThat(log.matching(event -> event.getEventId().toString().equals(id), 1))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.key()).isEqualTo(id);
                assertThat(entry.value().getAmount())
                    .isEqualByComparingTo(new BigDecimal(amount))
                    .hasScaleOf(9);
                assertThat(entry.value().getCurrency()).isEqualTo("EUR");
                assertThat(entry.value().getSource()).isEqualTo("ads");
                assertThat(entry.value().getChannelId()).isEqualTo("c1");
                assertThat(entry.value().getWriteKey()).isEqualTo("server");
              });
    }
  }

  @Test
  void moneyWithoutAnIdIsRejectedAndKept(Ingestion ingestion, Backend backend) {
    HttpResponse<String> reply = pay(ingestion, money("1.00", "\"marker\":\"%s\",".formatted(id)));

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("\"code\":\"missing_field\"", "\"field\":\"event_id\"");
    try (var log = new TopicLog<>(backend, Topic.REJECTED_EVENTS, RejectedEvent.class)) {
      assertThat(log.matching(event -> text(event).contains(id), 1))
          .singleElement()
          .satisfies(entry -> assertThat(entry.value().getEndpoint()).isEqualTo("revenue"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "\"amount\":\"1.00\", \"amount\":1.00, invalid_field, amount",
    "\"amount\":\"1.00\", \"amount\":\"1.0000000001\", invalid_field, amount",
    "\"amount\":\"1.00\", \"amount\":null, missing_field, amount",
    "EUR, EURO, invalid_field, currency",
    "ads, tips, invalid_field, source",
    "\"channel_id\":\"c1\", \"type\":\"revenue\", missing_field, channel_id",
    "\"channel_id\":\"c1\", \"type\":\"view\", unknown_type, type"
  })
  void saysWhatIsWrongWithMoney(
      String good, String bad, String code, String field, Ingestion ingestion) {
    String event = money("1.00", "\"event_id\":\"" + id + "\",").replace(good, bad);

    HttpResponse<String> reply = pay(ingestion, event);

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("\"code\":\"" + code + "\"", "\"field\":\"" + field + "\"");
  }

  @Test
  void historyOfAnyAgeGetsItsOwnTopic(Ingestion ingestion, Backend backend) {
    String lines =
        """
        {"type": "view", "timestamp": "2009-05-01T10:00:00Z", "video_id": "v", "view_id": "%1$s"}
        {"type": "view", "timestamp": "2999-05-01T10:00:00Z", "video_id": "v", "view_id": "%1$s"}
        {"type": "like", "timestamp": "2009-05-01T10:00:00Z", "video_id": "v", "view_id": "%1$s"}
        """
            .formatted(id);

    HttpResponse<String> reply = ingestion.send(lines(asServer(ingestion, IMPORT), lines));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains("\"accepted\":1,\"rejected\":2")
        .contains("\"code\":\"timestamp_in_future\"", "\"code\":\"unknown_type\"");
    try (var log = new TopicLog<>(backend, Topic.IMPORT_EVENTS, PlaybackEvent.class)) {
      assertThat(log.matching(event -> event.getViewId().equals(id), 1))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.key()).isEqualTo(id);
                assertThat(entry.value().getOrigin().getSource()).isEqualTo(EventSource.import$);
                assertThat(entry.value().getEventTime())
                    .isEqualTo(Instant.parse("2009-05-01T10:00:00Z"));
              });
    }
  }

  @Test
  void whereLinesAloneAreTakenABodyNeedNotSayThatItIsLines(Ingestion ingestion) {
    HttpResponse<String> reply =
        ingestion.send(asServer(ingestion, IMPORT).POST(BodyPublishers.ofString("{}\n{}")));

    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).startsWith("{\"accepted\":0,\"rejected\":2,");
  }

  @ParameterizedTest
  @ValueSource(strings = {REVENUE, IMPORT})
  void areForServersOnly(String path, Ingestion ingestion) {
    HttpResponse<String> reply =
        ingestion.send(
            lines(ingestion.request(path).header("X-Write-Key", Ingestion.WRITE_KEY), "{}"));

    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(reply.body()).contains("\"code\":\"unauthenticated\"");
  }

  private static HttpResponse<String> pay(Ingestion ingestion, String json) {
    return ingestion.send(
        asServer(ingestion, REVENUE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private static String money(String amount, String more) {
    return """
        {%s"timestamp":"%s","channel_id":"c1","source":"ads","amount":"%s","currency":"EUR"}
        """
        .formatted(more, Instant.now(), amount);
  }

  private static HttpRequest.Builder asServer(Ingestion ingestion, String path) {
    return ingestion.request(path).header("Authorization", "Bearer " + Ingestion.SECRET_KEY);
  }

  private static HttpRequest.Builder lines(HttpRequest.Builder request, String lines) {
    return request
        .header("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofString(lines));
  }

  private static String text(RejectedEvent event) {
    return new String(event.getPayload().array(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
