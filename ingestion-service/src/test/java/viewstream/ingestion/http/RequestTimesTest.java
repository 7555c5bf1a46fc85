package viewstream.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class RequestTimesTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RequestTimes times = new RequestTimes(meters, "/api/v1/events/beacon");

  @Test
  void countsByStatusAndOutcome() {
    times.record("POST", 204, 1_000);
    times.record("POST", 204, 1_000);
    times.record("POST", 503, 1_000);

    assertThat(meters.get("http.server.requests").tag("outcome", "SUCCESS").timer().count())
        .isEqualTo(2);
    assertThat(
            meters
                .get("http.server.requests")
                .tags("status", "503", "outcome", "SERVER_ERROR", "uri", "/api/v1/events/beacon")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void hasOneLabelForAllMethodsThatSomebodyMayThinkOf() {
    times.record("GET", 405, 1_000);
    times.record("BREW", 405, 1_000);

    assertThat(meters.get("http.server.requests").timers()).hasSize(1);
  }
}
