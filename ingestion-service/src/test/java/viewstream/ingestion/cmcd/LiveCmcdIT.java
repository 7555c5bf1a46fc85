package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;

/** Real players in a real browser, and their library in Node, report to the running service. */
@Tag("long")
@ExtendWith(RunningService.class)
class LiveCmcdIT {
  private static final Path PLAYERS = Path.of("..", "system-tests", "cmcd");
  private static final Path BROWSER = Path.of("..", "system-tests", "browser");

  private final String video = UUID.randomUUID().toString();

  @Test
  void whatPlayersSayIsOnTheTopic(Ingestion ingestion, Backend backend) throws Exception {
    install(PLAYERS);
    install(BROWSER);
    String target = ingestion.request("/api/v1/cmcd/" + Ingestion.WRITE_KEY).build().uri() + "";

    List<Transcript> players = transcripts("play.mjs", target);
    List<Transcript> library = transcripts("report.mjs", target);

    assertThat(players).extracting(Transcript::player).contains("hls.js", "dash.js", "shaka");
    List<Transcript> all = List.of(players, library).stream().flatMap(List::stream).toList();
    assertThat(all)
        .allSatisfy(each -> assertThat(InWords.published(each)).hasSizeGreaterThan(10))
        .flatExtracting(Transcript::requests)
        .extracting(Transcript.Request::status)
        .containsOnly(204);
    List<Map<String, String>> said =
        all.stream().flatMap(each -> InWords.published(each).stream()).toList();
    assertThat(Arrived.about(video, said.size(), backend).reports())
        .containsExactlyInAnyOrderElementsOf(said);
    assertThat(conformance(ingestion)).contains(players.stream().map(LiveCmcdIT::named).toList());
  }

  private static String named(Transcript transcript) {
    return "\"player\":\"%s\",\"player_version\":\"%s\""
        .formatted(transcript.player(), transcript.version());
  }

  private static String conformance(Ingestion ingestion) {
    return ingestion
        .send(
            ingestion
                .request("/api/v1/ingestion/cmcd/conformance")
                .header("Authorization", "Bearer " + Ingestion.SECRET_KEY))
        .body();
  }

  private List<Transcript> transcripts(String script, String target) throws Exception {
    return run(PLAYERS, Duration.ofMinutes(4), "node", script, target, video)
        .lines()
        .map(Transcript::read)
        .toList();
  }

  private static void install(Path folder) throws Exception {
    if (Files.notExists(folder.resolve("node_modules"))) {
      run(folder, Duration.ofMinutes(5), "npm", "ci", "--no-audit", "--no-fund");
    }
  }

  private static String run(Path folder, Duration patience, String... command)
      throws IOException, InterruptedException {
    Path errors = Path.of("target", "players.log");
    Path output = Path.of("target", "players.out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended && process.exitValue() == 0)
          .withFailMessage(() -> String.join(" ", command) + " failed: see " + errors)
          .isTrue();
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
    }
  }
}
