package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;

@ExtendWith(RunningService.class)
class OverloadIT {
  private static final int LARGEST_BODY = 1 << 20;

  @Test
  void sendsCallersAwayWhileThereIsNoRoomForTheirBodies(Backend backend) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (Ingestion ingestion =
        backend.ingestion(Map.of("viewstream.admission.max-bytes-in-flight", "16MB"))) {
      assertThat(beacon(ingestion).statusCode()).isEqualTo(204);
      for (int i = 0; i < 20; i++) {
        slow.add(bodyThatNeverEnds(ingestion, 1));
      }
      assertThat(beacon(ingestion).statusCode()).as("announced, but not sent").isEqualTo(204);
      for (int i = 0; i < 15; i++) {
        slow.add(bodyThatNeverEnds(ingestion, LARGEST_BODY - 1));
      }
      await("the large ones have their room")
          .until(() -> bytesInFlight(ingestion) > 15 * LARGEST_BODY);
      for (int i = 0; i < 60; i++) {
        slow.add(bodyThatNeverEnds(ingestion, 1));
      }

      await().until(() -> beacon(ingestion).statusCode() == 429);
      HttpResponse<String> refused = beacon(ingestion);
      assertThat(refused.body()).contains("\"code\":\"overloaded\"");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();

      for (Socket socket : slow) {
        socket.close();
      }
      await().until(() -> beacon(ingestion).statusCode() == 204);
    }
  }

  private static double bytesInFlight(Ingestion ingestion) {
    return ingestion.metric("viewstream_ingestion_bytes_in_flight_bytes");
  }

  private static HttpResponse<String> beacon(Ingestion ingestion) {
    return ingestion.post("/api/v1/events/beacon", "[]");
  }

  private static Socket bodyThatNeverEnds(Ingestion ingestion, int sent) throws IOException {
    var socket = new Socket("127.0.0.1", ingestion.port());
    String head =
        """
        POST /api/v1/events/beacon HTTP/1.1\r
        Host: x\r
        Content-Type: application/json\r
        X-Write-Key: %s\r
        Content-Length: %d\r
        \r
        """;
    socket
        .getOutputStream()
        .write(
            head.formatted(Ingestion.WRITE_KEY, LARGEST_BODY).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write("[".repeat(sent).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
