package viewstream.stack.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to the embedded engine's process alone: its limits, its start and its end. */
class ClickHouseServerIT {
  /** SIGTERM ends a JVM with this when all its hooks have run. */
  private static final int TERMINATED = 143;

  private static final String RUNNING =
      "SELECT count() FROM system.processes WHERE query LIKE 'SELECT sleep(%'";

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void finishesRunningStatementsWhenItStops() throws Exception {
    EngineProcess engine = EngineProcess.start(folder);
    send(engine, "", RUNNING); // an engine's first statement may take longer than all the sleep
    CompletableFuture<HttpResponse<String>> running = sleeping(engine, 3);
    awaitRunning(engine);

    assertThat(engine.stop()).isEqualTo(TERMINATED);
    assertThat(running.get(10, TimeUnit.SECONDS).body()).isEqualTo("0\n");
  }

  @Test
  void refusesWhatIsMoreThanItsLimits() throws Exception {
    try (EngineProcess engine =
        EngineProcess.start(
            folder,
            "--connections",
            "2",
            "--patience",
            "PT0.2S",
            "--max-execution-time",
            "PT3S",
            "--max-memory-bytes",
            "50000000",
            "--max-statement-bytes",
            "1000000",
            "--max-request-bytes",
            "2000000")) {
      assertRefused(send(engine, "", "SELECT 1" + " ".repeat(1_500_000)), 223);
      assertRefused(send(engine, "", "SELECT 1" + " ".repeat(2_500_000)), 223);
      assertRefused(send(engine, "", "SELECT number FROM numbers(10000000) GROUP BY number"), 241);
      assertRefused(
          send(engine, "", "SELECT sleepEachRow(1) FROM numbers(9) SETTINGS max_block_size = 1"),
          159);

      CompletableFuture<HttpResponse<String>> first = sleeping(engine, 2);
      awaitRunning(engine);
      CompletableFuture<HttpResponse<String>> second = sleeping(engine, 2.1);
      HttpResponse<String> third =
          await().until(() -> send(engine, "", "SELECT 1"), answer -> answer.statusCode() != 200);
      assertRefused(third, 202);
      assertThat(first.get().statusCode()).isEqualTo(200);
      assertThat(second.get().statusCode()).isEqualTo(200);
      assertThat(send(engine, "", "SELECT 1").body()).isEqualTo("1\n");
    }
  }

  @Test
  void refusesWhatItCannotServe() throws Exception {
    try (EngineProcess engine = EngineProcess.start(folder)) {
      assertRefused(send(engine, "?session_id=s", "SELECT 1"), 48);
      assertRefused(send(engine, "?no_such_setting=1", "SELECT 1"), 115);
      assertRefused(send(engine, "?database=no_such_database", "SELECT 1"), 81);
      assertRefused(send(engine, "?decompress=1", "SELECT 1"), 23);
      assertRefused(send(engine, "", ""), 62);
      assertRefused(send(engine, "?readonly=1&max_block_size=7", "CREATE DATABASE d"), 164);
      assertThat(get(engine, "/?query=CREATE+DATABASE+d").statusCode()).isEqualTo(500);
      assertThat(get(engine, "/?query=SELECT+42").body()).isEqualTo("42\n");
      assertThat(get(engine, "/").body()).isEqualTo("Ok.\n");
      assertThat(get(engine, "/nowhere").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void letsNoBrowserIn() throws Exception {
    try (EngineProcess engine = EngineProcess.start(folder)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(engine.address()))
              .header("Origin", "https://elsewhere.example")
              .POST(BodyPublishers.ofString("CREATE DATABASE d"))
              .build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void understandsQueriesNestedDeeply() throws Exception {
    String sql = "SELECT 1 AS x";
    for (int depth = 0; depth < 60; depth++) {
      sql = "SELECT x FROM (" + sql + ")";
    }
    try (EngineProcess engine = EngineProcess.start(folder)) {
      assertThat(send(engine, "", sql).body()).isEqualTo("1\n");
    }
  }

  @Test
  void saysWhyItCannotStart() throws Exception {
    try (EngineProcess engine = EngineProcess.start(folder)) {
      assertThat(catchThrowable(() -> EngineProcess.start(folder)))
          .hasStackTraceContaining("already running");
      String port = Integer.toString(URI.create(engine.address()).getPort());
      assertThat(
              catchThrowable(
                  () ->
                      EngineProcess.start(
                          Files.createTempDirectory(folder, "other"), "--port", port)))
          .hasStackTraceContaining("Address already in use");
    }
  }

  private CompletableFuture<HttpResponse<String>> sleeping(EngineProcess engine, double seconds) {
    return http.sendAsync(
        post(engine, "", "SELECT sleep(" + seconds + ")"), BodyHandlers.ofString(UTF_8));
  }

  private void awaitRunning(EngineProcess engine) {
    await().until(() -> send(engine, "", RUNNING).body(), "1\n"::equals);
  }

  private HttpResponse<String> send(EngineProcess engine, String parameters, String sql)
      throws Exception {
    return http.send(post(engine, parameters, sql), BodyHandlers.ofString(UTF_8));
  }

  private HttpResponse<String> get(EngineProcess engine, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(engine.address() + path)).build(),
        BodyHandlers.ofString(UTF_8));
  }

  private static HttpRequest post(EngineProcess engine, String parameters, String sql) {
    return HttpRequest.newBuilder(URI.create(engine.address() + "/" + parameters))
        .POST(BodyPublishers.ofString(sql))
        .build();
  }

  private static void assertRefused(HttpResponse<String> answer, int code) {
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code"))
        .as(answer.body())
        .contains(Integer.toString(code));
    assertThat(answer.body()).startsWith("Code: " + code + ". DB::Exception: ");
  }
}
