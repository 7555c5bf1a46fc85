package viewstream.query.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetricsFixture;

/** Stores that take connections and say nothing, as a stopped process or a full network does. */
class SilentStoresIT {
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ServerSocket silence;

  @BeforeEach
  void listen() throws IOException {
    silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    silence.close();
  }

  @Test
  void holdNoQueryForLongAndSoonNotAtAll() {
    try (ClickHouse clickHouse = clickHouse()) {
      for (int query = 0; query < 4; query++) {
        assertThat(failing(() -> clickHouse.query(one(), ResultSet::next))).isLessThan(PATIENCE);
      }
      assertThat(failing(() -> clickHouse.query(one(), ResultSet::next)))
          .as("left alone after four failures")
          .isLessThan(TIMEOUT);
    }
  }

  @Test
  void holdNoCommandForLong() {
    RedisSettings settings =
        new RedisSettings("redis://127.0.0.1:" + silence.getLocalPort(), TIMEOUT, TIMEOUT, TIMEOUT);
    try (Redis redis = new Redis(settings, Clock.systemUTC())) {
      assertThat(failing(() -> redis.call(commands -> commands.get("key")))).isLessThan(PATIENCE);
    }
  }

  private ClickHouse clickHouse() {
    return new ClickHouse(
        new ClickHouseSettings(
            "http://127.0.0.1:" + silence.getLocalPort(),
            "default",
            "",
            2,
            TIMEOUT,
            TIMEOUT,
            Duration.ofMinutes(1)),
        QueryMetricsFixture.of(new SimpleMeterRegistry()));
  }

  private static Sql one() {
    return new Sql("test", List.of(), "SELECT 1", List.of());
  }

  private static Duration failing(Runnable work) {
    Instant start = Instant.now();
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(work::run);
    return Duration.between(start, Instant.now());
  }
}
