package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.stack.Part;
import viewstream.stack.demo.DemoCatalogue;
import viewstream.stack.demo.DemoPage;
import viewstream.stack.network.PortLease;
import viewstream.stack.node.NodeProject;
import viewstream.system.api.Json;
import viewstream.system.api.QueryApi;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;

/** A video watched in a real browser is counted as what it was. */
@ExtendWith(SharedFleet.class)
class BrowserIT {
  private static final NodeProject DRIVER = new NodeProject(Path.of("browser"));
  private static final Path SDK = Path.of("..", "player-sdk").toAbsolutePath().normalize();
  private static final String VIDEO = "demo-video";

  @Test
  void aWatchedVideoIsOneViewOfTheTrueLength(Fleet fleet) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String ingestion = fleet.stack().address(Part.INGESTION);
      new DemoCatalogue(client, ingestion, fleet.stack().secrets().secretKey()).put();
    }

    Map<String, Object> truth = watch(fleet);

    Answer seen = answerAfter(fleet, Instant.now());
    assertThat(seen.number("metrics.views")).hasToString("1");
    assertThat(seen.number("metrics.unique_viewers")).hasToString("1");
    assertThat(seen.number("metrics.watch_time_ms").longValue())
        .isCloseTo(((Number) truth.get("watched_ms")).longValue(), within(1_000L));
    assertThat(seen.numbers("browsers")).containsOnlyKeys((String) truth.get("browser"));
    assertThat(seen.numbers("operating_systems")).containsOnlyKeys((String) truth.get("os"));
    assertThat(seen.numbers("devices")).containsOnlyKeys((String) truth.get("device"));
  }

  private static Answer answerAfter(Fleet fleet, Instant reported) {
    QueryApi query = fleet.query();
    Instant from = reported.minus(Duration.ofMinutes(10));
    return await("what was watched until " + reported)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> query.video(VIDEO, from, Instant.now()),
            answer -> answer.dataThrough().isAfter(reported));
  }

  /** What the browser's driver says was truly watched. */
  private static Map<String, Object> watch(Fleet fleet) throws Exception {
    try (PortLease lease = new PortLease()) {
      int port = lease.lease();
      Map<String, String> config =
          Map.of(
              "ingestion_url", fleet.stack().address(Part.INGESTION),
              "query_url", fleet.stack().address(Part.QUERY),
              "write_key", fleet.stack().secrets().writeKey(),
              "video_id", VIDEO,
              "channel_id", "demo-channel",
              "token", fleet.tokens().creator("demo-channel"));
      try (DemoPage page = new DemoPage(port, SDK.resolve("demo"), SDK.resolve("dist"), config)) {
        page.start();
        return drive("http://127.0.0.1:" + port + "/");
      }
    }
  }

  private static Map<String, Object> drive(String url) throws IOException, InterruptedException {
    String output = DRIVER.run(Duration.ofMinutes(3), "watch.mjs", url);
    return Json.object(output.lines().toList().getLast());
  }
}
