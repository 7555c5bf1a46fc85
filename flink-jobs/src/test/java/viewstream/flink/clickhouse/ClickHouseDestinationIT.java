package viewstream.flink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.flink.sink.RetryableException;

/** What is asked of a server, and what is made of its answers. */
class ClickHouseDestinationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private HttpServer server;
  private int status = 200;
  private int code;
  private String asked;
  private String user;
  private byte[] received;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void insertsRowsWithoutDeduplication() {
    assertThat(write("")).succeedsWithin(PATIENCE);

    assertThat(asked)
        .isEqualTo(
            "database=viewstream&insert_deduplicate=0&query=INSERT INTO t (a) FORMAT RowBinary");
    assertThat(received).containsExactly(1, 2, 3);
    assertThat(user).isNull();
  }

  @Test
  void saysWhoItIs() {
    assertThat(write("writer:secret@")).succeedsWithin(PATIENCE);

    assertThat(user).isEqualTo("writer secret");
  }

  @Test
  void overloadMayPass() {
    status = 503;
    assertRetryable();
  }

  @Test
  void tooManyPartsMayPass() {
    status = 500;
    code = 252;
    assertRetryable();
  }

  @Test
  void serverThatIsAwayMayComeBack() {
    server.stop(0);
    assertRetryable();
  }

  @Test
  void unknownTableIsABug() {
    status = 404;
    code = 60;

    assertThat(write(""))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(IllegalStateException.class)
        .withMessageContaining("ClickHouse answered 404: no such luck");
  }

  private void assertRetryable() {
    assertThat(write(""))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(RetryableException.class);
  }

  private CompletableFuture<Void> write(String credentials) {
    var table = new Table<Object>("t", List.of(new Column<>("a", (row, value) -> {})));
    int port = server.getAddress().getPort();
    var destination =
        new ClickHouseDestination(
            "http://%s127.0.0.1:%d".formatted(credentials, port), table.insert());
    return destination.write(new byte[] {1, 2, 3}).whenComplete((d, f) -> destination.close());
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked = exchange.getRequestURI().getQuery().replace('+', ' ');
    received = exchange.getRequestBody().readAllBytes();
    String name = exchange.getRequestHeaders().getFirst("X-ClickHouse-User");
    user =
        name == null
            ? null
            : name + " " + exchange.getRequestHeaders().getFirst("X-ClickHouse-Key");
    byte[] reply = "no such luck".getBytes(StandardCharsets.UTF_8);
    if (code != 0) {
      exchange.getResponseHeaders().add("X-ClickHouse-Exception-Code", Integer.toString(code));
    }
    exchange.sendResponseHeaders(status, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }
}
