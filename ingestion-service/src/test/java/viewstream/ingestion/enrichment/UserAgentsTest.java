package viewstream.ingestion.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.http.RefusedException;

class UserAgentsTest {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";

  private final UserAgents userAgents = TestSenders.create().userAgents;

  @Test
  void refusesWhatItCannotYetTellApart() {
    assertThatThrownBy(() -> userAgents.describe(FIREFOX))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("starting");

    userAgents.start();
    await().atMost(Duration.ofMinutes(1)).until(userAgents::ready);

    assertThat(userAgents.describe(FIREFOX))
        .isEqualTo(Agent.of(AgentKind.VIEWER, "desktop", "Linux", "Firefox"));
  }
}
