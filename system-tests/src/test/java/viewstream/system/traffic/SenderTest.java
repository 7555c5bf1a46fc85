package viewstream.system.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderTest {
  private static final Origin CHROME = Origin.player(UserAgent.VIEWERS.getFirst());
  private static final Event GOOD = new Event("{\"type\":\"play\"}", CHROME, null);
  private static final Event BAD = new Event("42", CHROME, "not_an_object");

  private record Answer(int status, @Nullable String rejected) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final EventLog log = new EventLog();
  private HttpServer server;
  private Sender sender;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    sender = new Sender(new IngestClient(address, "w", "s"), log, Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void logsWhatWasAcknowledged() {
    answers.add(new Answer(204, "1"));

    sender.send(List.of(beacon(GOOD, BAD)));

    assertThat(log.events()).containsExactly(GOOD);
  }

  @Test
  void sendsAgainUntilAcknowledged() {
    answers.add(new Answer(503, null));
    answers.add(new Answer(429, null));
    answers.add(new Answer(204, null));

    sender.send(List.of(beacon(GOOD)));

    assertThat(log.requests()).isEqualTo(1);
    assertThat(answers).isEmpty();
    assertThat(sender.repetitions()).isEqualTo(2);
    assertThat(sender.inFlight()).isZero();
  }

  @Test
  void complainsWhenAGoodEventIsRejected() {
    answers.add(new Answer(204, "1"));

    assertThatThrownBy(() -> sender.send(List.of(beacon(GOOD))))
        .hasMessageContaining("0 of the events are malformed");
  }

  @Test
  void complainsWhenABatchIsRefused() {
    answers.add(new Answer(400, null));

    assertThatThrownBy(() -> sender.send(List.of(beacon(GOOD)))).hasMessageContaining("400");
  }

  private static Batch beacon(Event... events) {
    return new Batch(Batch.Route.BEACON, false, false, Instant.EPOCH, List.of(events));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Answer answer = answers.remove();
      if (answer.rejected() != null) {
        exchange.getResponseHeaders().add("X-Events-Rejected", answer.rejected());
      }
      exchange.sendResponseHeaders(answer.status(), -1);
    }
  }
}
