package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;

@ExtendWith(RunningService.class)
class CrossOriginIT {
  private static final String SITE = "https://videos.example";

  @BeforeAll
  static void letTheClientSendOrigins() {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
  }

  @Test
  void answersPreflightsOfAllEndpointsForAnHour(Ingestion ingestion) {
    for (String path :
        List.of(
            "/api/v1/events/beacon",
            "/api/v1/events/batch",
            "/api/v1/analytics/view",
            "/api/v1/analytics/engagement",
            "/api/v1/analytics/revenue",
            "/api/v1/events/import",
            "/api/v1/catalog/videos",
            "/api/v1/catalog/videos/v1",
            "/api/v1/catalog/channels/c1",
            "/api/v1/ingestion/warnings",
            "/api/v1/limits")) {
      HttpResponse<String> reply =
          ingestion.send(
              ingestion
                  .request(path)
                  .header("Origin", SITE)
                  .header("Access-Control-Request-Method", "POST")
                  .header("Access-Control-Request-Headers", "content-type, x-write-key")
                  .method("OPTIONS", BodyPublishers.noBody()));

      assertThat(reply.statusCode()).as(path).isEqualTo(200);
      assertThat(header(reply, "Access-Control-Allow-Origin")).isEqualTo(SITE);
      assertThat(header(reply, "Access-Control-Allow-Credentials")).isEqualTo("true");
      assertThat(header(reply, "Access-Control-Allow-Headers")).contains("x-write-key");
      assertThat(header(reply, "Access-Control-Allow-Methods")).contains("POST");
      assertThat(header(reply, "Access-Control-Max-Age")).isEqualTo("3600");
    }
  }

  @Test
  void letsThePageReadRefusals(Ingestion ingestion) {
    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/events/beacon")
                .header("Origin", SITE)
                .header("X-Write-Key", "nope")
                .POST(BodyPublishers.ofString("[]")));

    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(header(reply, "Access-Control-Allow-Origin")).isEqualTo(SITE);
    assertThat(header(reply, "Access-Control-Expose-Headers"))
        .contains("X-Events-Rejected", "Retry-After");
  }

  @Test
  void whatIsNoOriginIsRefusedLikeAllElse(Ingestion ingestion) {
    HttpResponse<String> reply =
        ingestion.send(
            ingestion
                .request("/api/v1/events/beacon")
                .header("Origin", "http://a:port")
                .POST(BodyPublishers.ofString("[]")));

    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.body()).contains("\"code\":\"origin_not_allowed\"", "\"detail\":");
  }

  private static String header(HttpResponse<String> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }
}
