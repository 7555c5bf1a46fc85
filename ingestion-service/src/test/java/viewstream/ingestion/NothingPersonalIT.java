package viewstream.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RawTopics;
import viewstream.ingestion.running.RunningService;

/** User ids and addresses end in the service: no topic, log or metric ever sees them. */
@ExtendWith(RunningService.class)
class NothingPersonalIT {
  private static final String PERSON = "person-" + UUID.randomUUID();
  private static final String ADDRESS = "198.41.77.201";
  private static final String MARK = "mark-" + UUID.randomUUID();

  private static final List<String> PATHS =
      List.of(
          "/api/v1/events/beacon",
          "/api/v1/events/batch",
          "/api/v1/events/batch?dry_run=true",
          "/api/v1/events/import",
          "/api/v1/analytics/view",
          "/api/v1/analytics/engagement",
          "/api/v1/analytics/revenue",
          "/api/v1/cmcd/" + Ingestion.WRITE_KEY,
          "/api/v1/catalog/videos",
          "/nowhere");

  @Test
  void leavesTheService(Backend backend, @TempDir Path folder) throws IOException {
    Path logs = folder.resolve("service.log");
    Map<String, String> settings =
        Map.of(
            "logging.config",
            logsInto(logs, folder).toString(),
            "viewstream.proxies.trusted",
            "127.0.0.0/8");
    try (Ingestion ingestion = backend.ingestion(settings)) {
      await().atMost(Duration.ofMinutes(2)).until(ingestion::ready);

      for (String path : PATHS) {
        bodies().forEach(body -> send(ingestion, path, body));
      }

      String metrics =
          ingestion
              .send(HttpRequest.newBuilder(ingestion.management("/actuator/prometheus")))
              .body();
      assertThat(metrics).contains("viewstream_ingestion").doesNotContain(PERSON, ADDRESS);
    }
    assertThat(Files.readString(logs)).isNotEmpty().doesNotContain(PERSON, ADDRESS);
    String topics = RawTopics.read(backend);
    // Seen at all: what came with the person, from good events and from rejected ones.
    assertThat(topics).contains(MARK, "no-such-type").doesNotContain(PERSON, ADDRESS);
  }

  /** Everything from info on, whoever says it. */
  private static Path logsInto(Path file, Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("logback.xml"),
        """
        <configuration>
          <appender name="file" class="ch.qos.logback.core.FileAppender">
            <file>%s</file>
            <encoder><pattern>%%level %%logger %%msg %%kvp %%ex%%n</pattern></encoder>
          </appender>
          <root level="info"><appender-ref ref="file"/></root>
        </configuration>
        """
            .formatted(file));
  }

  private static List<String> bodies() {
    String who =
        "\"video_id\":\"%s\",\"user_id\":\"%s\",\"ip\":\"%s\"".formatted(MARK, PERSON, ADDRESS);
    String when = ",\"timestamp\":\"" + Instant.now() + "\"";
    String good = "{\"type\":\"play\"," + who + when + "}";
    String like = "{\"type\":\"like\"," + who + when + "}";
    String bad = "{\"type\":\"no-such-type\"," + who + when + "}";
    String badUser = "{\"type\":\"play\",\"user_id\":\"%s %s\"}".formatted(PERSON, ADDRESS);
    String cut = "{\"type\":\"play\"," + who;
    return List.of(
        "[" + good + "," + bad + "," + badUser + "," + like + "]",
        "{\"context\":{" + who + "},\"events\":[" + good + "," + bad + "]}",
        good,
        bad,
        badUser,
        cut,
        good + "\n" + cut + "\n" + bad,
        "e=ps,sta=p,cid=\"" + MARK + "\"");
  }

  private static void send(Ingestion ingestion, String path, String body) {
    for (String type : List.of("application/json", "application/x-ndjson", "application/cmcd")) {
      ingestion.send(
          request(ingestion, path, body, type).header("X-Write-Key", Ingestion.WRITE_KEY));
      ingestion.send(
          request(ingestion, path, body, type)
              .header("Authorization", "Bearer " + Ingestion.SECRET_KEY));
      ingestion.send(request(ingestion, path, body, type).header("X-Write-Key", "wrong"));
    }
  }

  private static HttpRequest.Builder request(
      Ingestion ingestion, String path, String body, String type) {
    return ingestion
        .request(path)
        .header("Content-Type", type)
        .header("X-Forwarded-For", ADDRESS)
        .header("User-Agent", Ingestion.BROWSER)
        .POST(BodyPublishers.ofString(body, ISO_8859_1));
  }
}
