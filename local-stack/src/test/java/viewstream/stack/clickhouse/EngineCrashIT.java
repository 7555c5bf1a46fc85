package viewstream.stack.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged row outlives the process: SIGKILL at any moment, several times over. */
class EngineCrashIT {
  private static final int CRASHES = 3;
  private static final int WRITERS = 4;
  private static final int ROWS_PER_INSERT = 100;
  private static final int INSERTS_BEFORE_THE_CRASH = 60;

  private final HttpClient http = HttpClient.newHttpClient();

  /** First row numbers of the inserts that were answered with 200. */
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void keepsEveryAcknowledgedRow(@TempDir Path folder) throws Exception {
    for (int crash = 0; crash < CRASHES; crash++) {
      try (EngineProcess engine = EngineProcess.start(folder)) {
        execute(
            engine,
            "CREATE TABLE IF NOT EXISTS kept (n UInt64) ENGINE = ReplacingMergeTree ORDER BY n");
        assertThat(stored(engine)).containsAll(acknowledged);
        insertUntilKilled(engine, crash);
      }
    }
    try (EngineProcess engine = EngineProcess.start(folder)) {
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CRASHES * INSERTS_BEFORE_THE_CRASH);
      assertThat(stored(engine)).containsAll(acknowledged);
    }
  }

  private void insertUntilKilled(EngineProcess engine, int crash) throws Exception {
    int before = acknowledged.size();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        long first = (crash * WRITERS + writer) * 1_000_000_000L;
        writers.execute(() -> insertUntilItFails(engine, first));
      }
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> acknowledged.size() >= before + INSERTS_BEFORE_THE_CRASH);
      engine.kill();
    }
  }

  private void insertUntilItFails(EngineProcess engine, long from) {
    try {
      for (long first = from; ; first += ROWS_PER_INSERT) {
        String rows =
            LongStream.range(first, first + ROWS_PER_INSERT)
                .mapToObj(n -> "(" + n + ")")
                .collect(Collectors.joining(","));
        execute(engine, "INSERT INTO kept VALUES " + rows);
        acknowledged.add(first);
      }
    } catch (IOException killed) {
      // As it was meant to be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** First row numbers of the inserts whose rows are all there. */
  private Set<Long> stored(EngineProcess engine) throws Exception {
    String firsts =
        execute(
            engine,
            "SELECT intDiv(n, %d) * %d AS first FROM kept FINAL GROUP BY first HAVING count() = %d"
                .formatted(ROWS_PER_INSERT, ROWS_PER_INSERT, ROWS_PER_INSERT));
    return firsts.lines().map(Long::valueOf).collect(Collectors.toSet());
  }

  private String execute(EngineProcess engine, String sql)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(engine.address()))
            .POST(BodyPublishers.ofString(sql))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString(UTF_8));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
