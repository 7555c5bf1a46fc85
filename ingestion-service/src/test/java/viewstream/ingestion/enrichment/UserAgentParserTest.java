package viewstream.ingestion.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAgentParserTest {
  private final UserAgentParser parser = new UserAgentParser();

  @Test
  void namesWhatPeopleUse() {
    assertThat(
            parser.parse(
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/139.0.0.0 Safari/537.36"))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "desktop", "Linux", "Chrome"));
    assertThat(
            parser.parse(
                "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0"))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "desktop", "Linux", "Firefox"));
    assertThat(
            parser.parse(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0"))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "desktop", "Windows", "Edge"));
    assertThat(
            parser.parse(
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like"
                    + " Gecko) Version/18.6 Safari/605.1.15"))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "desktop", "macOS", "Safari"));
    assertThat(
            parser.parse(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
                    + " (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1"))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "mobile", "iOS", "Safari"));
    assertThat(
            parser.parse(
                "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                    + " Gecko) Version/18.6 Mobile/15E148 Safari/604.1"))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "tablet", "iOS", "Safari"));
    assertThat(
            parser.parse(
                "Mozilla/5.0 (Linux; Android 15; SM-S938B) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "mobile", "Android", "Samsung Internet"));
    assertThat(
            parser.parse(
                "Mozilla/5.0 (SMART-TV; LINUX; Tizen 8.0) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Version/8.0 TV Safari/537.36"))
        .extracting(agent -> agent.device().text())
        .isEqualTo("tv");
    assertThat(
            parser.parse(
                "Mozilla/5.0 (PlayStation; PlayStation 5/6.00) AppleWebKit/605.1.15 (KHTML, like"
                    + " Gecko) Version/15.4 Safari/605.1.15"))
        .extracting(agent -> agent.device().text())
        .isEqualTo("console");
  }
}
