package viewstream.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import viewstream.system.api.QueryApi;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.Oracle;
import viewstream.system.oracle.VideoFigures;
import viewstream.system.traffic.EventLog;
import viewstream.system.traffic.Video;

/**
 * Asserts that the query service says of rolled days what the oracle says: every figure of every
 * video, by day too, and unique viewers without tolerance.
 */
public final class DayAudit {
  private DayAudit() {}

  /**
   * Compares whole days, the last not included.
   *
   * @param log everything that ever happened to these videos
   */
  public static void assertEqual(
      QueryApi api, List<Video> videos, EventLog log, LocalDate from, LocalDate to) {
    Map<String, VideoFigures> expected = Oracle.expect(log.events());
    List<Difference> differences = new ArrayList<>();
    for (Video video : videos) {
      VideoFigures figures = expected.getOrDefault(video.id(), VideoFigures.NONE);
      differences.addAll(differences(api, video.id(), figures, from, to));
    }
    assertThat(differences).withFailMessage(() -> Difference.report(differences)).isEmpty();
  }

  private static List<Difference> differences(
      QueryApi api, String id, VideoFigures figures, LocalDate from, LocalDate to) {
    VideoComparison comparison = new VideoComparison(id, figures.between(start(from), start(to)));
    Answer dashboard = api.video(id, start(from), start(to));
    comparison.dashboard(dashboard);
    comparison.series(
        api.timeseries(
            id, Granularity.DAY.metrics(), Granularity.DAY.label(), start(from), start(to)),
        Granularity.DAY,
        start(from),
        start(to));
    comparison.counter(api.counter(id));
    List<Difference> differences = new ArrayList<>(comparison.differences());
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      differences.addAll(uniques(api, id, figures, day));
    }
    return differences;
  }

  /** A day that is rolled knows its viewers exactly. */
  private static List<Difference> uniques(
      QueryApi api, String id, VideoFigures figures, LocalDate day) {
    Instant end = start(day.plusDays(1));
    int wanted = figures.between(start(day), end).viewers();
    int told = api.video(id, start(day), end).number("metrics.unique_viewers").intValueExact();
    return wanted == told
        ? List.of()
        : List.of(new Difference(id, "exact unique_viewers of " + day, wanted, told));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
