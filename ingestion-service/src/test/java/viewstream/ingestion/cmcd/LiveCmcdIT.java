package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.stack.node.NodeProject;

/** Real players in a real browser, and their library in Node, report to the running service. */
@Tag("long")
@ExtendWith(RunningService.class)
class LiveCmcdIT {
  private static final NodeProject PLAYERS = project("cmcd");
  private static final NodeProject BROWSER = project("browser");

  private final String video = UUID.randomUUID().toString();

  @Test
  void whatPlayersSayIsOnTheTopic(Ingestion ingestion, Backend backend) throws Exception {
    BROWSER.install();
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

  private static NodeProject project(String name) {
    return new NodeProject(Path.of("..", "system-tests", name));
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
    return PLAYERS
        .run(Duration.ofMinutes(4), script, target, video)
        .lines()
        .map(Transcript::read)
        .toList();
  }
}
