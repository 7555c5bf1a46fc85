package viewstream.ingestion.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.metrics.IngestionMetrics;

class UserAgentsTest {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";

  private final UserAgents userAgents =
      new UserAgents(
          new UserAgentProperties(10, 10),
          new IngestionMetrics(new SimpleMeterRegistry()),
          Clock.systemUTC());

  @Test
  void refusesWhatItCannotYetTellApart() {
    assertThatThrownBy(() -> userAgents.describe(FIREFOX))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("starting");

    userAgents.start();
    await().atMost(Duration.ofMinutes(1)).until(userAgents::ready);

    assertThat(userAgents.describe(FIREFOX)).isEqualTo(Agent.of("desktop", "Linux", "Firefox"));
  }
}
