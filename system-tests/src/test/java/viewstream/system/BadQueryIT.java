package viewstream.system;

import static viewstream.system.BadInputIT.assertProblem;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viewstream.system.api.Http;
import viewstream.system.api.Reply;
import viewstream.system.api.Tokens;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Video;

/** Queries: whatever is asked, the answer is the status and the code of the contract. */
@ExtendWith(SharedFleet.class)
class BadQueryIT {
  private static final String OWN = "/api/v1/analytics/video/own";

  private Http http;
  private Tokens tokens;

  @BeforeEach
  void catalog(Fleet fleet) {
    http = fleet.queryHttp();
    tokens = fleet.tokens();
    Duration minute = Duration.ofMinutes(1);
    fleet.catalog(new Video("own", "own-channel", minute));
    fleet.catalog(new Video("foreign", "foreign-channel", minute));
  }

  @ParameterizedTest
  @CsvSource({
    "/video/own?timeRange=2h, 400, invalid_parameter",
    "/video/own?tz=Mars/Olympus, 400, invalid_parameter",
    "/video/own?from=yesterday, 400, invalid_parameter",
    "/video/own?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, 400, invalid_parameter",
    "/video/own/timeseries?metrics=applause&granularity=hour, 400, unsupported_query",
    "/video/own/timeseries?metrics=views&granularity=fortnight, 400, invalid_parameter",
    "/video/unheard-of, 404, not_found",
    "/video/foreign, 404, not_found",
    "/video/foreign/timeseries?metrics=views&granularity=hour, 404, not_found",
    "/video/own/applause, 404, not_found",
    "/creator/own-channel?period=24h, 400, invalid_parameter",
    "/creator/own-channel?tz=Mars/Olympus, 400, invalid_parameter",
    "/creator/foreign-channel, 404, not_found",
    "/creator/unheard-of, 404, not_found",
    "/trending?region=Atlantis, 400, invalid_parameter",
    "/trending?timeRange=28d, 400, invalid_parameter",
    "/trending?limit=0, 400, invalid_parameter",
    "/nothing, 404, not_found",
  })
  void refuses(String path, int status, String code) throws IOException {
    assertProblem(get("/api/v1/analytics" + path, tokens.creator("own-channel")), status, code);
  }

  @Test
  void tellsNoForeignVideoFromNone() throws IOException {
    String token = tokens.creator("own-channel");
    Reply foreign = get("/api/v1/analytics/video/foreign", token);
    Reply none = get("/api/v1/analytics/video/unheard", token);

    org.assertj.core.api.Assertions.assertThat(foreign.body().replace("foreign", "unheard"))
        .isEqualTo(none.body());
  }

  @Test
  void refusesWithoutToken() throws IOException {
    assertProblem(http.get(OWN, Map.of()), 401, "unauthenticated");
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "a.b.c", "''"})
  void refusesATokenThatIsNone(String token) throws IOException {
    assertProblem(get(OWN, token), 401, "unauthenticated");
  }

  @Test
  void refusesATokenOfSomebodyElse() throws IOException {
    String forged = new Tokens("x".repeat(43)).operator();

    assertProblem(get(OWN, forged), 401, "unauthenticated");
  }

  @Test
  void refusesAnExpiredToken() throws IOException {
    String expired = tokens.creator(Duration.ofHours(-1), "own-channel");

    assertProblem(get(OWN, expired), 401, "token_expired");
  }

  @Test
  void refusesAWrongMethod() throws IOException {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + tokens.operator(), "Content-Type", "application/json");

    assertProblem(http.post(OWN, headers, "{}"), 405, "method_not_allowed");
  }

  private Reply get(String path, String token) throws IOException {
    return http.get(path, Map.of("Authorization", "Bearer " + token));
  }
}
