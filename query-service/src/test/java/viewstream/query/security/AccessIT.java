package viewstream.query.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.query.fleet.Tokens;

/** Who gets what: every kind of reader against every kind of video and path. */
@OnRealStores
class AccessIT {
  private static final Map<String, String> TOKENS =
      Map.of(
          "owner", Tokens.creator("other", "mine"),
          "stranger", Tokens.creator("theirs"),
          "nobody", Tokens.creator(),
          "operator", Tokens.operator(),
          "expired", Tokens.expired("mine"),
          "forged", Tokens.forged(),
          "nonsense", "nonsense");

  private final Stores stores = Stores.shared();

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
    stores.reportProgress();
    stores.catalogue("guarded", "mine");
  }

  @ParameterizedTest
  @CsvSource({
    "owner,    guarded,    200",
    "operator, guarded,    200",
    "stranger, guarded,    404 not_found",
    "nobody,   guarded,    404 not_found",
    "none,     guarded,    401 unauthenticated",
    "forged,   guarded,    401 unauthenticated",
    "nonsense, guarded,    401 unauthenticated",
    "expired,  guarded,    401 token_expired",
    "owner,    uncatalogued, 404 not_found",
    "operator, uncatalogued, 404 not_found",
    "none,     uncatalogued, 401 unauthenticated",
  })
  void isDecidedByTheChannelOfTheVideo(String reader, String video, String expected) {
    for (String path : new String[] {"", "/timeseries"}) {
      Api.Answer answer = get(reader, "/api/v1/analytics/video/" + video + path);

      assertThat(answer.status() == 200 ? "200" : answer.problem()).as(path).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "none,  GET,  /api/v1/nothing,               404 not_found",
    "owner, GET,  /api/v1/nothing,               404 not_found",
    "none,  GET,  /nothing,                      404 not_found",
    "none,  POST, /api/v1/videos/x/views,        405 method_not_allowed",
    "none,  POST, /api/v1/analytics/video/x,     405 method_not_allowed",
    "owner, POST, /api/v1/analytics/video/x,     405 method_not_allowed",
    "none,  GET,  /api/v1/analytics/video/x,     401 unauthenticated",
    "owner, GET,  /api/v1/analytics/video/a%2Fb, 400 invalid_parameter",
    "owner, GET,  /api/v1/analytics/video/a;b=c, 400 invalid_parameter",
  })
  void isAProblemWithACode(String reader, String method, String path, String expected) {
    Api.Answer answer = api.call(method, path, authorization(reader));

    assertThat(answer.problem()).isEqualTo(expected);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.at("/detail").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "owner,    mine,  200",
    "operator, mine,  200",
    "owner,    unheard-of, 404 not_found",
    "stranger, mine,  404 not_found",
    "nobody,   mine,  404 not_found",
    "none,     mine,  401 unauthenticated",
    "expired,  mine,  401 token_expired",
    "owner,    a%2Fb, 400 invalid_parameter",
  })
  void ofADashboardIsDecidedByItsChannel(String reader, String channel, String expected) {
    Api.Answer answer = get(reader, "/api/v1/analytics/creator/" + channel);

    assertThat(answer.status() == 200 ? "200" : answer.problem()).isEqualTo(expected);
  }

  @Test
  void soundsTheSameForAnothersVideoAndForNone() {
    String another = get("stranger", "/api/v1/analytics/video/guarded").response().body();
    String none = get("stranger", "/api/v1/analytics/video/missing").response().body();

    assertThat(another.replace("guarded", "?")).isEqualTo(none.replace("missing", "?"));
  }

  @Test
  void followsAVideoToItsNewChannel() {
    stores.catalogue("moved", "mine", 1);
    stores.catalogue("moved", "theirs", 2);

    assertThat(get("owner", "/api/v1/analytics/video/moved").status()).isEqualTo(404);
    assertThat(get("stranger", "/api/v1/analytics/video/moved").status()).isEqualTo(200);
  }

  @Test
  void letsPagesOfOtherOriginsAsk() {
    Api.Answer preflight =
        api.call(
            "OPTIONS",
            "/api/v1/analytics/video/guarded",
            Map.of(
                "Origin", "https://studio.example",
                "Access-Control-Request-Method", "GET",
                "Access-Control-Request-Headers", "authorization"));

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("authorization");
    assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("3600");
  }

  @Test
  void isNotNeededToLearnWhatCanBeAsked() {
    Api.Answer metrics = get("none", "/api/v1/meta/metrics");

    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.at("/metrics/0/name").asString()).isEqualTo("views");
    assertThat(metrics.at("/metrics/0/dimensions").isEmpty()).isFalse();
    assertThat(metrics.at("/freshness/source").asString()).isEqualTo("realtime");
    assertThat(get("none", "/api/v1/meta/dimensions").at("/dimensions/0/metrics/0").asString())
        .isEqualTo("views");
  }

  private Api.Answer get(String reader, String path) {
    return api.call("GET", path, authorization(reader));
  }

  private static Map<String, String> authorization(String reader) {
    return reader.equals("none")
        ? Map.of()
        : Map.of("Authorization", "Bearer " + TOKENS.get(reader));
  }
}
