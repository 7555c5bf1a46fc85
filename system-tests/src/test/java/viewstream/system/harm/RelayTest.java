package viewstream.system.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.system.api.Http;

class RelayTest {
  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;
  private Relay relay;
  private Http http;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            served.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    relay = new Relay(server.getAddress().getPort());
    http = new Http("http://127.0.0.1:" + relay.port());
  }

  @AfterEach
  void stop() {
    relay.close();
    server.stop(0);
  }

  @Test
  void passesOnWhatItIsGiven() throws IOException {
    assertThat(post()).isEqualTo(200);
    assertThat(post()).isEqualTo(200);
    assertThat(served).hasValue(2);
    assertThat(relay.isAsked()).isFalse();
  }

  @Test
  void losesTheAnswerToWhatWasCarriedOut() {
    relay.turnTo(Mischief.losingAnswers(1));

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    assertThat(served).hasValue(1);
    assertThat(relay.lostAnswers()).isEqualTo(1);
  }

  @Test
  void holdsRequestsBackUntilToldOtherwise() {
    relay.turnTo(Mischief.STALLING);
    CompletableFuture<Integer> posted = CompletableFuture.supplyAsync(this::postQuietly);
    await().until(() -> relay.heldRequests() == 1);
    assertThat(served).hasValue(0);

    relay.turnTo(Mischief.NONE);

    assertThat(posted).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(200);
  }

  @Test
  void noticesAServerThatGoesAwayOverARequest() {
    server.removeContext("/");
    server.createContext("/", exchange -> server.stop(0));

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);

    await().until(() -> relay.brokenOff() == 1);
  }

  private int post() throws IOException {
    return http.post("/", Map.of(), "rows").status();
  }

  private int postQuietly() {
    try {
      return post();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
