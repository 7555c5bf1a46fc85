package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;

/** What real players sent, sent again, is on the topic complete, typed and in its order. */
@ExtendWith(RunningService.class)
class CmcdReplayIT {
  private static final Pattern TIME = Pattern.compile("(?<=^|,)ts=(\\d+)", Pattern.MULTILINE);

  private final String video = UUID.randomUUID().toString();

  @ParameterizedTest
  @ValueSource(strings = {"hls.js-1.7.4", "dash.js-5.2.1", "shaka-5.2.12", "cml-cmcd-2.7.0"})
  void everyReportIsOnTheTopic(String name, Ingestion ingestion, Backend backend) {
    Transcript transcript = today(Transcript.load(name));
    String path =
        "/api/v1/cmcd/%s?player=%s&player_version=%s"
            .formatted(Ingestion.WRITE_KEY, transcript.player(), transcript.version());

    for (Transcript.Request request : transcript.requests()) {
      var post =
          ingestion
              .request(path)
              .header("Content-Type", "application/cmcd")
              .POST(BodyPublishers.ofString(request.body()));
      assertThat(ingestion.send(post).statusCode()).isEqualTo(204);
    }

    List<Map<String, String>> said = InWords.published(transcript);
    assertThat(said).hasSizeGreaterThan(10);
    assertThat(Arrived.about(video, said.size(), backend).bySession())
        .isEqualTo(InWords.bySession(said));
  }

  /** The same reports as if they were made just now, about a video of this test's own. */
  private Transcript today(Transcript then) {
    long later = Instant.now().toEpochMilli() - then.requests().getLast().at();
    return new Transcript(
        then.player(),
        then.version(),
        then.requests().stream().map(request -> today(request, later)).toList());
  }

  private Transcript.Request today(Transcript.Request then, long later) {
    String body =
        TIME.matcher(then.body().replace("cid=\"v1\"", "cid=\"" + video + '"'))
            .replaceAll(time -> "ts=" + (Long.parseLong(time.group(1)) + later));
    return new Transcript.Request(then.at() + later, then.status(), body);
  }
}
