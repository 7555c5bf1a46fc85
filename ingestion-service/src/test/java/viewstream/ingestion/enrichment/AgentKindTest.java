package viewstream.ingestion.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentKindTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl/8.5.0",
        "CURL",
        "Java-http-client/25",
        "Java/17.0.1",
        "okhttp/4.12",
        "python-requests/2",
        "Vert.x-WebClient/4.5",
        "Jakarta Commons-HttpClient/3.1",
        "Symfony HttpClient/Curl",
        "got (x)",
        "Apache-HttpClient/5.3 (Java/21)",
        "lwp::simple/6"
      })
  void knowsLibrariesByTheirFirstWord(String userAgent) {
    assertThat(AgentKind.atFirstSight(userAgent)).isEqualTo(AgentKind.LIBRARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curly/1",
        "javascript-player/2",
        "gotham",
        "hey2",
        "MyApp/3 okhttp/4",
        "k6x",
        "Mozilla/5.0 (x)"
      })
  void takesOthersForViewers(String userAgent) {
    assertThat(AgentKind.atFirstSight(userAgent)).isEqualTo(AgentKind.VIEWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Googlebot/2.1", "HeadlessChrome/1", "a Crawler", "some spider"})
  void knowsRobots(String userAgent) {
    assertThat(AgentKind.atFirstSight(userAgent)).isEqualTo(AgentKind.ROBOT);
  }
}
