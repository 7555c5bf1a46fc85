package viewstream.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import viewstream.system.api.QueryApi;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.Oracle;
import viewstream.system.oracle.VideoFigures;
import viewstream.system.traffic.EventLog;
import viewstream.system.traffic.Video;

/**
 * Asserts that the query service says what the oracle says, for every video, within a minute of the
 * latest acknowledgement.
 *
 * <p>It takes the service at its word: an answer whose {@code data_through} has passed the latest
 * acknowledgement must be right at once. One that is right only a little later is a fault.
 */
public final class Audit {
  private static final Duration FRESHNESS = Duration.ofSeconds(60);

  private final QueryApi api;
  private final Map<String, VideoFigures> expected;
  private final Instant acknowledged;

  private Audit(QueryApi api, EventLog log) {
    this.api = api;
    this.expected = Oracle.expect(log.events());
    this.acknowledged = log.latest();
  }

  /** Compares everything that is shown of these videos with the log. */
  public static void assertEqual(QueryApi api, List<Video> videos, EventLog log) {
    new Audit(api, log).assertEqual(videos);
  }

  private void assertEqual(List<Video> videos) {
    Instant from = firstMinute();
    Instant to = acknowledged.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    List<Difference> differences = new ArrayList<>();
    for (Video video : videos) {
      String id = video.id();
      VideoComparison comparison =
          new VideoComparison(id, expected.getOrDefault(id, VideoFigures.NONE));
      comparison.dashboard(fresh(() -> api.video(id)));
      comparison.minutes(
          fresh(() -> api.timeseries(id, VideoComparison.METRICS, "minute", from, to)), from, to);
      comparison.counter(api.counter(id));
      differences.addAll(comparison.differences());
    }
    assertThat(differences).withFailMessage(() -> Difference.report(differences)).isEmpty();
  }

  private Instant firstMinute() {
    return expected.values().stream()
        .filter(figures -> !figures.minutes().isEmpty())
        .map(figures -> figures.minutes().firstKey())
        .min(Instant::compareTo)
        .orElse(acknowledged.truncatedTo(ChronoUnit.MINUTES));
  }

  /** The first answer that claims to know of all acknowledged events. */
  private Answer fresh(Supplier<Answer> ask) {
    Duration left = Duration.between(Instant.now(), acknowledged.plus(FRESHNESS));
    return Awaitility.await("an answer that knows of the events of " + acknowledged)
        .atMost(left.isNegative() ? Duration.ofSeconds(1) : left)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(250))
        .until(ask::get, answer -> answer.dataThrough().isAfter(acknowledged));
  }
}
