package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.ApiDocument;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.Tool;
import viewstream.stack.Part;

/** Whoever has a good key is never told that it is unknown, whatever is away. */
class KeyOutageIT {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void keysOutliveARestartWithoutKafka() {
    var settings =
        Map.of(
            "viewstream.keys.snapshot",
            folder.resolve("keys.avro").toString(),
            "viewstream.kafka.delivery-timeout",
            "5s");
    try (Backend backend = Backend.start()) {
      String key =
          Tool.run(backend, "keys", "create", "--kind", "write", "--name", "web")
              .value("write_key");
      String off =
          Tool.run(backend, "keys", "create", "--kind", "write", "--name", "off")
              .value("write_key");
      Tool.run(backend, "keys", "disable", "off");
      try (Ingestion first = backend.ingestion(settings)) {
        await().atMost(LONG).until(first::ready);
        assertThat(emptyBeacon(first, key).statusCode()).isEqualTo(204);
      }

      backend.servers().stop(Part.KAFKA);
      try (Ingestion second = backend.ingestion(settings)) {
        assertThat(emptyBeacon(second, key).statusCode()).isEqualTo(204);
        assertThat(emptyBeacon(second, off).statusCode()).isEqualTo(410);
        assertRetry(emptyBeacon(second, "made after the last run, perhaps"));

        backend.servers().startAgain(Part.KAFKA);
        await().atMost(LONG).until(() -> emptyBeacon(second, "made up").statusCode() == 401);

        backend.servers().stop(Part.KAFKA);
        await().atMost(LONG).until(() -> emptyBeacon(second, "made up").statusCode() == 503);
        assertThat(emptyBeacon(second, key).statusCode()).isEqualTo(204);
      }
    }
  }

  private static void assertRetry(HttpResponse<String> reply) {
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(ApiDocument.headers(reply))
        .contains("retry-after")
        .isSubsetOf(new ApiDocument().headers("post", "/api/v1/events/beacon", 503));
  }

  private static HttpResponse<String> emptyBeacon(Ingestion ingestion, String key) {
    return ingestion.send(
        ingestion
            .request("/api/v1/events/beacon")
            .header("X-Write-Key", key)
            .POST(BodyPublishers.ofString("[]")));
  }
}
