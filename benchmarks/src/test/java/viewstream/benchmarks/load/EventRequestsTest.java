package viewstream.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.system.api.Json;
import viewstream.system.traffic.Scenario;

class EventRequestsTest {
  private static final Scenario SCENARIO =
      Scenario.tenth("bench", 1, Instant.parse("2026-03-04T12:00:00Z"));

  @Test
  void everyRequestHasExactlyOneBatch() {
    EventRequests traffic =
        EventRequests.generate(SCENARIO, 10, "http://127.0.0.1:8080", "wk_test");

    assertThat(traffic.events()).isGreaterThan(10_000);
    for (byte[] request : traffic.requests().subList(0, 20)) {
      String[] parts = new String(request, StandardCharsets.UTF_8).split("\r\n\r\n", 2);
      assertThat(parts[0])
          .startsWith("POST /api/v1/events/beacon HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n")
          .contains("X-Write-Key: wk_test")
          .contains("Content-Length: " + parts[1].getBytes(StandardCharsets.UTF_8).length);
      assertThat((List<?>) Json.parse(parts[1])).hasSize(10);
    }
  }
}
