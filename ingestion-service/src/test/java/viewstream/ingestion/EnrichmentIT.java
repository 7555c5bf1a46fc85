package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.stack.databases.DatabaseCache;

/** With the databases that set-up fetches: who watched where, and does it count. */
@ExtendWith(RunningService.class)
class EnrichmentIT {
  private static Ingestion ingestion;

  @BeforeAll
  static void start(Backend backend) {
    DatabaseCache cache = DatabaseCache.ofUser();
    cache.provide();
    ingestion =
        backend.ingestion(
            Map.of(
                "viewstream.databases.folder", cache.folder().toString(),
                "viewstream.proxies.trusted", "127.0.0.0/8",
                "viewstream.internal.users", "the-tester",
                "viewstream.internal.networks", "192.168.7.0/24"));
    await().atMost(Duration.ofMinutes(2)).until(ingestion::ready);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "81.2.69.142                | GB | GB-ENG  | London",
        "::ffff:81.2.69.142         | GB | GB-ENG  | London",
        "2001:4860:4860::8888       | CA | CA-QC   | Montreal",
        "5.9.0.1, 81.2.69.142       | GB | GB-ENG  | London",
        "81.2.69.142, 127.0.0.5     | GB | GB-ENG  | London",
        "81.2.69.142, nonsense      | unknown | unknown | unknown",
      })
  void aViewerOnTheInternetIsWhereTheAddressIs(
      String forwarded, String country, String region, String city) {
    String event = dryRun(player(forwarded), ",\"location\":{\"country\":\"FR\"}");

    assertThat(event)
        .contains(field("country", country), field("region", region), field("city", city));
  }

  @Test
  void aViewerInAPrivateNetworkAndAServerAreBelieved() {
    String france = ",\"location\":{\"country\":\"FR\",\"city\":\"Lyon\"}";

    assertThat(dryRun(player("192.168.1.4"), france)).contains(field("city", "Lyon"));
    assertThat(dryRun(server(), france + ",\"ip\":\"81.2.69.142\""))
        .contains(field("city", "Lyon"));
    assertThat(dryRun(server(), ",\"ip\":\"81.2.69.142\"")).contains(field("city", "London"));
    assertThat(dryRun(server(), "")).contains(field("country", "unknown"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curl/8.7.1                                                 |  | bot",
        "okhttp/4.12.0                                              |  | bot",
        "okhttp/4.12.0                                              | 7.1 | human",
        "Mozilla/5.0 (compatible; Googlebot/2.1)                    | 7.1 | bot",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/137.0.0.0   |  | bot",
        "Screaming Frog SEO Spider/19.4                             |  | bot",
        "facebookexternalhit/1.1                                    |  | bot",
        "AppleCoreMedia/1.0.0.20G75 (iPhone; U; CPU OS 16_6 like Mac OS X; en_us) |  | human",
        "Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 20) Chrome/99.0 |  | human",
      })
  void robotsDoNotCount(String userAgent, String appVersion, String trafficClass) {
    String app = appVersion == null ? "" : ",\"app_version\":\"" + appVersion + "\"";
    HttpRequest.Builder request =
        ingestion
            .request("/api/v1/events/batch?dry_run=true")
            .header("X-Write-Key", Ingestion.WRITE_KEY)
            .header("User-Agent", userAgent);

    assertThat(dryRun(request, app)).contains(field("traffic_class", trafficClass));
  }

  @Test
  void dataCentersAndThePlatformItselfDoNotCount() {
    assertThat(dryRun(player("5.9.0.1"), "")).contains(field("traffic_class", "suspicious"));
    assertThat(dryRun(player("2a01:4f8::1"), "")).contains(field("traffic_class", "suspicious"));
    assertThat(dryRun(player("192.168.7.9"), "")).contains(field("traffic_class", "internal"));
    assertThat(dryRun(player("81.2.69.142"), ",\"user_id\":\"the-tester\""))
        .contains(field("traffic_class", "internal"));
    assertThat(dryRun(player("81.2.69.142"), "")).contains(field("traffic_class", "human"));
  }

  @Test
  void behindASecretKeyTheEventSpeaksForItsViewer() {
    assertThat(dryRun(server(), "")).contains(field("traffic_class", "human"));
    assertThat(dryRun(server(), ",\"user_agent\":\"Googlebot/2.1\""))
        .contains(field("traffic_class", "bot"));
    String firefox = ",\"user_agent\":\"" + Ingestion.BROWSER + "\"";
    assertThat(dryRun(server(), firefox + ",\"ip\":\"5.9.0.1\""))
        .contains(field("traffic_class", "suspicious"), field("browser", "Firefox"));
  }

  private static HttpRequest.Builder player(String forwardedFor) {
    return ingestion
        .request("/api/v1/events/batch?dry_run=true")
        .header("X-Write-Key", Ingestion.WRITE_KEY)
        .header("X-Forwarded-For", forwardedFor)
        .header("User-Agent", Ingestion.BROWSER);
  }

  private static HttpRequest.Builder server() {
    return ingestion
        .request("/api/v1/events/batch?dry_run=true")
        .header("Authorization", "Bearer " + Ingestion.SECRET_KEY);
  }

  private static String dryRun(HttpRequest.Builder request, String more) {
    String event =
        "[{\"type\":\"play\",\"video_id\":\"v\",\"timestamp\":\""
            + Instant.now()
            + "\""
            + more
            + "}]";
    return ingestion
        .send(
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(event)))
        .body();
  }

  private static String field(String name, String value) {
    return "\"" + name + "\":\"" + value + "\"";
  }
}
