package viewstream.query.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetricsFixture;

/** Stores that take connections and then say nothing, as a stopped process does. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SilentStoresIT {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void holdNoQueryForLongAndSoonNotAtAll() throws IOException {
    AtomicInteger arrived = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answerPingsOnly(exchange, arrived, end));
    server.start();
    try (ClickHouse clickHouse = clickHouse(server.getAddress().getPort())) {
      for (int query = 0; query < 4; query++) {
        assertThat(failing(() -> clickHouse.query(one(), ResultSet::next))).isLessThan(PATIENCE);
      }
      int before = arrived.get();
      assertThat(before).isPositive();

      failing(() -> clickHouse.query(one(), ResultSet::next));
      assertThat(arrived).as("left alone after four failures").hasValue(before);
    } finally {
      end.countDown();
      server.stop(0);
    }
  }

  @Test
  void holdNoCommandForLong() throws IOException {
    try (ServerSocket silence = new ServerSocket(0, 50, LOOPBACK);
        Redis redis = redis(silence.getLocalPort())) {
      assertThat(failing(() -> redis.call(commands -> commands.get("key")))).isLessThan(PATIENCE);
    }
  }

  /** A pool only lends connections that answer pings, so these are answered. */
  private static void answerPingsOnly(
      HttpExchange exchange, AtomicInteger arrived, CountDownLatch end) throws IOException {
    String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (sql.contains("42")) {
      arrived.incrementAndGet();
      awaitQuietly(end);
    }
    byte[] pong = "1\n".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, pong.length);
    exchange.getResponseBody().write(pong);
    exchange.close();
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static ClickHouse clickHouse(int port) {
    return new ClickHouse(
        new ClickHouseSettings(
            "http://127.0.0.1:" + port, "default", "", 2, PATIENCE, TIMEOUT, Duration.ofMinutes(1)),
        QueryMetricsFixture.of(new SimpleMeterRegistry()));
  }

  private static Redis redis(int port) {
    return new Redis(
        new RedisSettings("redis://127.0.0.1:" + port, TIMEOUT, TIMEOUT, TIMEOUT),
        Clock.systemUTC());
  }

  private static Sql one() {
    return new Sql("test", List.of(), "SELECT 42", List.of());
  }

  private static Duration failing(Runnable work) {
    Instant start = Instant.now();
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(work::run);
    return Duration.between(start, Instant.now());
  }
}
