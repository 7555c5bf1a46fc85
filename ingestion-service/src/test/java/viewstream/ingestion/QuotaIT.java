package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.running.Tool;

/** A key's quota, from the command line to the reply. */
@ExtendWith(RunningService.class)
class QuotaIT {
  private final String name = "key-" + UUID.randomUUID();

  @Test
  void whoSendsMoreThanItsQuotaIsToldWhenToComeBack(Ingestion ingestion, Backend backend) {
    String key =
        Tool.run(
                backend,
                "keys",
                "create",
                "--kind=write",
                "--name",
                name,
                "--quota=1",
                "--burst=500")
            .value("write_key");
    await().atMost(Duration.ofSeconds(5)).until(() -> plays(ingestion, key, 0).statusCode() == 200);

    assertThat(limits(ingestion, key))
        .contains("\"max_events\":500", "\"key_events_per_second\":1,\"key_burst\":500");

    HttpResponse<String> taken = plays(ingestion, key, 400);
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(header(taken, "RateLimit-Policy")).isEqualTo("\"key\";q=500;w=500;qu=\"events\"");
    assertThat(header(taken, "RateLimit")).isEqualTo("\"key\";r=100;t=400");

    HttpResponse<String> refused = plays(ingestion, key, 400);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("\"code\":\"rate_limited\"");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(200, 300);
    assertThat(header(refused, "RateLimit")).startsWith("\"key\";r=1");

    Tool.run(backend, "keys", "change", name, "--quota", "none");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> plays(ingestion, key, 400).statusCode() == 200);
  }

  private static String limits(Ingestion ingestion, String key) {
    return ingestion
        .send(ingestion.request("/api/v1/limits").header("X-Write-Key", key).GET())
        .body();
  }

  private static HttpResponse<String> plays(Ingestion ingestion, String key, int events) {
    String play =
        "{\"type\":\"play\",\"video_id\":\"v\",\"view_id\":\"%s\",\"timestamp\":%d}\n"
            .formatted(UUID.randomUUID(), Instant.now().toEpochMilli());
    return ingestion.send(
        ingestion
            .request("/api/v1/events/batch")
            .header("X-Write-Key", key)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(play.repeat(events))));
  }

  private static String header(HttpResponse<String> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }
}
