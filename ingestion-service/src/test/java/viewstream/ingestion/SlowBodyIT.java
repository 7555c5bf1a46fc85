package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;

/** Bodies that stop arriving, and those that take too long in all, get the same reply. */
@ExtendWith(RunningService.class)
class SlowBodyIT {
  private static final String REFUSED =
      "viewstream_ingestion_requests_refused_total{code=\"body_timeout\"}";

  private static final Map<String, String> IMPATIENT =
      Map.of(
          "server.tomcat.connection-timeout", "500ms", "viewstream.admission.body-within", "1ns");

  @Test
  void getsATimeoutWithAProblem(Backend backend) throws IOException {
    try (Ingestion ingestion = backend.ingestion(IMPATIENT)) {
      assertTimeout(reply(ingestion, ""));
      assertTimeout(reply(ingestion, "["));
      assertThat(ingestion.metric(REFUSED)).isEqualTo(2);
    }
  }

  private static void assertTimeout(String reply) {
    assertThat(reply)
        .startsWith("HTTP/1.1 408")
        .contains("application/problem+json", "\"code\":\"body_timeout\"", "\"detail\":");
  }

  /** The reply to a body of which nothing more comes than this. */
  private static String reply(Ingestion ingestion, String sent) throws IOException {
    try (var socket = new Socket("127.0.0.1", ingestion.port())) {
      String request =
          """
          POST /api/v1/events/beacon HTTP/1.1\r
          Host: x\r
          Content-Type: application/json\r
          X-Write-Key: %s\r
          Content-Length: 1000\r
          \r
          %s"""
              .formatted(Ingestion.WRITE_KEY, sent);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
