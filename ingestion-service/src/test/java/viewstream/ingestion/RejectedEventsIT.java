package viewstream.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Secrets;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.Tool;
import viewstream.ingestion.running.TopicLog;
import viewstream.ingestion.topic.TopicWriter;
import viewstream.ingestion.topic.Topics;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.topic.Topic;

/** A rejected event is told to its sender, can be looked at, and is taken again after a fix. */
@ExtendWith(RunningService.class)
class RejectedEventsIT {
  private static final String CHROME_ON_LINUX =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/139.0.0.0 Safari/537.36";

  private final String id = UUID.randomUUID().toString();

  /** An hour behind; it stands still, so that two readings of it differ by nothing. */
  private final long wrongClock = Instant.now().minusSeconds(3_600).toEpochMilli();

  /** As an older version would have left it, which did not know the type of an event. */
  @Test
  void aReplayedEventIsTheRecordThatItWouldHaveBeen(Ingestion ingestion, Backend backend) {
    String key = newKey(ingestion, backend);
    String good = event("quality_change", "good-" + id);
    send(ingestion, key, good);
    send(ingestion, key, event("quality_shift", "bad-" + id));
    RejectedEvent rejected = rejected(backend, "bad-" + id);
    var older = RejectedEvent.newBuilder(rejected).build();
    String payload = text(rejected).replace("quality_shift", "quality_change");
    older.setPayload(ByteBuffer.wrap(payload.getBytes(UTF_8)));
    rejectAgain(backend, older);

    Tool rehearsal = Tool.run(backend, "rejected", "replay", "--key", key, "--dry-run");
    assertThat(rehearsal.exitCode()).as(rehearsal.err()).isZero();
    assertThat(rehearsal.value("would_replay")).isEqualTo("1");
    assertThat(rehearsal.value("still_rejected.unknown_type")).isEqualTo("1");
    Tool first = Tool.run(backend, "rejected", "replay", "--key", key);
    assertThat(first.value("replayed")).isEqualTo("1");
    Tool again = Tool.run(backend, "rejected", "replay", "--key", key, "--reason=unknown_type");
    assertThat(again.value("replayed")).isEqualTo("1");

    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      PlaybackEvent accepted =
          log.matching(event -> event.getViewId().equals("good-" + id), 1).getFirst().value();
      var replayed = log.matching(event -> event.getViewId().equals("bad-" + id), 2);
      assertThat(replayed)
          .hasSize(2)
          .allSatisfy(
              entry -> {
                PlaybackEvent event = entry.value();
                assertThat(event.getEventId()).hasToString(rejected.getEventId());
                assertThat(event.getOrigin().getReceivedTime())
                    .isEqualTo(rejected.getReceivedTime());
                assertThat(event.getContext()).isEqualTo(accepted.getContext());
                assertThat(event.getOrigin().getViewerId())
                    .isEqualTo(accepted.getOrigin().getViewerId());
                assertThat(event.getOrigin().getAnonymous()).isFalse();
                assertThat(event.getOrigin().getTrafficClass())
                    .isEqualTo(accepted.getOrigin().getTrafficClass());
                assertThat(event.getHeight()).isEqualTo(accepted.getHeight());
                assertThat(Duration.between(event.getEventTime(), rejected.getReceivedTime()))
                    .isEqualTo(Duration.ofSeconds(9));
              });
      assertThat(accepted.getContext().getBrowser()).isEqualTo("Chrome");
      assertThat(accepted.getContext().getPlatform()).isEqualTo("web");
    }
  }

  @Test
  void whatIsNotKeptOfAnEventCannotBeFoundGood(Ingestion ingestion, Backend backend) {
    String key = newKey(ingestion, backend);
    String event = event("play", id).replace("\"height\":720", "\"user_id\":\"\"");
    send(ingestion, key, event);
    RejectedEvent rejected = rejected(backend, id);
    assertThat(rejected.getField()).isEqualTo("user_id");

    Tool replay = Tool.run(backend, "rejected", "replay", "--key", key);

    assertThat(replay.value("replayed")).isEqualTo("0");
    assertThat(replay.value("not_replayable")).isEqualTo("1");
  }

  /** As an older version would have left it, which did not read the key of the video. */
  @Test
  void aReplayedReportOfAPlayerIsTheRecordThatItWouldHaveBeen(
      Ingestion ingestion, Backend backend) {
    String key = newKey(ingestion, backend);
    String good =
        "e=t,sta=p,pt=4000,sn=1,sid=\"%s\",cid=\"%s\",ts=%d"
            .formatted(id, id, Instant.now().toEpochMilli());
    String bad = good.replace("sn=1", "sn=2").replace("cid=", "kid=");
    report(ingestion, key, good + "\n" + bad);
    var cipher = new PayloadCipher(Secrets.of(Ingestion.PSEUDONYM_KEY), Clock.systemUTC());
    RejectedEvent rejected = firstRejected(backend, event -> key.equals(event.getWriteKey()));
    assertThat(new String(cipher.decrypt(rejected.getPayload().array()), UTF_8)).isEqualTo(bad);
    var older = RejectedEvent.newBuilder(rejected).build();
    byte[] mended = bad.replace("kid=", "cid=").getBytes(UTF_8);
    older.setPayload(ByteBuffer.wrap(cipher.encrypt(mended)));
    rejectAgain(backend, older);

    Tool replay = Tool.run(backend, "rejected", "replay", "--key", key);

    assertThat(replay.exitCode()).as(replay.err()).isZero();
    assertThat(replay.value("replayed")).isEqualTo("1");
    assertThat(replay.value("still_rejected.missing_field")).isEqualTo("1");
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      var reports = log.matching(event -> event.getVideoId().equals(id), 2);
      assertThat(reports).hasSize(2);
      PlaybackEvent accepted = reports.getFirst().value();
      PlaybackEvent replayed = reports.getLast().value();
      assertThat(accepted.getContext().getBrowser()).isEqualTo("Chrome");
      assertThat(replayed.getCmcd().getSn()).isEqualTo(2);
      // What differs is the report's own bytes, and nothing else.
      replayed.getCmcd().setSn(accepted.getCmcd().getSn());
      replayed.setEventId(accepted.getEventId());
      replayed.getOrigin().setBodyHash(accepted.getOrigin().getBodyHash());
      assertThat(replayed).isEqualTo(accepted);
    }
  }

  @Test
  void theToolCountsAndShowsThem(Ingestion ingestion, Backend backend) {
    String key = newKey(ingestion, backend);
    send(ingestion, key, event("nonsense", id));
    send(ingestion, key, "{\"type\": \"play\" broken " + id);
    rejected(backend, id);

    Tool list = Tool.run(backend, "rejected", "list", "--key", key, "--since", "1h");
    assertThat(list.exitCode()).as(list.err()).isZero();
    assertThat(list.out().lines()).hasSize(3);
    assertThat(list.out()).contains("unknown_type", "malformed_json", "beacon");
    assertThat(Tool.run(backend, "rejected", "list", "--since", "yesterday").err())
        .contains("--since must be");
    Tool sample = Tool.run(backend, "rejected", "sample", "--key", key);
    assertThat(sample.exitCode()).as(sample.err()).isZero();
    assertThat(sample.out())
        .contains("\"type\" : \"nonsense\"", "{\"type\": \"play\" broken " + id)
        .doesNotContain("somebody");
  }

  @Test
  void theSenderIsToldWhatToMend(Ingestion ingestion, Backend backend) {
    String key = newKey(ingestion, backend);
    send(ingestion, key, event("nonsense", id));
    send(ingestion, key, event("nonsense", id));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> warnings(ingestion, key).body().contains("\"count\":2"));
    HttpResponse<String> reply = warnings(ingestion, key);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains(
            "\"code\":\"unknown_type\"",
            "\"field\":\"type\"",
            "type must be one of",
            "\"first\":\"")
        .doesNotContain("nonsense");
    assertThat(warnings(ingestion, newKey(ingestion, backend)).body())
        .startsWith("{\"warnings\":[]");
    assertThat(ingestion.send(ingestion.request("/api/v1/ingestion/warnings").GET()).statusCode())
        .isEqualTo(401);
  }

  private static String newKey(Ingestion ingestion, Backend backend) {
    String name = "key-" + UUID.randomUUID();
    String key =
        Tool.run(backend, "keys", "create", "--kind=write", "--name", name).value("write_key");
    await().atMost(Duration.ofSeconds(5)).until(() -> warnings(ingestion, key).statusCode() == 200);
    return key;
  }

  /** Nine seconds ago by a clock that is an hour wrong. */
  private String event(String type, String view) {
    return "{\"type\":\"%s\",\"video_id\":\"v\",\"view_id\":\"%s\",\"timestamp\":%d,\"height\":720}"
        .formatted(type, view, wrongClock - 9_000);
  }

  private void send(Ingestion ingestion, String key, String event) {
    String body =
        "{\"sent_at\":%d,\"context\":{\"user_id\":\"somebody\",\"platform\":\"web\"},\"events\":[%s]}"
            .formatted(wrongClock, event);
    boolean lines = event.contains("broken");
    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request(lines ? "/api/v1/events/batch" : "/api/v1/events/beacon")
                .header("X-Write-Key", key)
                .header("User-Agent", CHROME_ON_LINUX)
                .header("Content-Type", lines ? "application/x-ndjson" : "application/json")
                .POST(BodyPublishers.ofString(lines ? event : body)));
    assertThat(reply.statusCode()).as(reply.body()).isIn(200, 204);
  }

  private static void report(Ingestion ingestion, String key, String body) {
    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/cmcd/" + key + "?player=hls.js&player_version=1.7")
                .header("User-Agent", CHROME_ON_LINUX)
                .header("Content-Type", "application/cmcd")
                .POST(BodyPublishers.ofString(body)));
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(204);
  }

  private static HttpResponse<String> warnings(Ingestion ingestion, String key) {
    return ingestion.send(
        ingestion.request("/api/v1/ingestion/warnings").header("X-Write-Key", key).GET());
  }

  private static RejectedEvent rejected(Backend backend, String view) {
    return firstRejected(backend, event -> text(event).contains(view));
  }

  private static RejectedEvent firstRejected(Backend backend, Predicate<RejectedEvent> wanted) {
    try (var log = new TopicLog<>(backend, Topic.REJECTED_EVENTS, RejectedEvent.class)) {
      return log.matching(wanted, 1).getFirst().value();
    }
  }

  private static void rejectAgain(Backend backend, RejectedEvent event) {
    try (TopicWriter writer = new Topics(backend.kafka(), backend.registry()).write()) {
      writer.write(Topic.REJECTED_EVENTS, null, event);
      writer.flush();
    }
  }

  private static String text(RejectedEvent event) {
    return new String(event.getPayload().array(), UTF_8);
  }
}
