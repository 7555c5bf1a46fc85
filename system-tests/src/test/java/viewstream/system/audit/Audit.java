package viewstream.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import viewstream.system.api.QueryApi;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.Dimension;
import viewstream.system.oracle.Oracle;
import viewstream.system.oracle.VideoFigures;
import viewstream.system.traffic.EventLog;
import viewstream.system.traffic.Video;

/**
 * Asserts that the query service says what the oracle says, for every video, within a minute of the
 * latest acknowledgement.
 *
 * <p>It takes the service at its word: an answer that says it is older, for somebody has just asked
 * the same, is asked for again; one whose {@code data_through} has passed the latest
 * acknowledgement must be right. One that is right only a little later is a fault.
 */
public final class Audit {
  private static final Duration FRESHNESS = Duration.ofSeconds(60);

  /** A cached answer is renewed within this, however long ago the latest acknowledgement was. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(15);

  private static final int READERS = 6;
  private static final List<String> WINDOWS = List.of("1h", "24h", "7d");
  private static final int COUNTRIES = 3;

  private final QueryApi api;
  private final Map<String, VideoFigures> expected;
  private final Instant acknowledged;
  private final Instant from;
  private final Instant to;

  /** Of a range that cuts through minutes with traffic, quarter hours and days. */
  private final Instant partFrom;

  private final Instant partTo;

  private Audit(QueryApi api, EventLog log) {
    this.api = api;
    this.expected = Oracle.expect(log.events());
    this.acknowledged = log.latest();
    this.from = firstMinute();
    this.to = acknowledged.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    this.partFrom =
        from.plus(Duration.between(from, to).dividedBy(3)).truncatedTo(ChronoUnit.MINUTES);
    this.partTo = to.minusSeconds(120);
  }

  /** Compares everything that is shown of these videos with the log. */
  public static void assertEqual(QueryApi api, List<Video> videos, EventLog log) {
    new Audit(api, log).assertEqual(videos);
  }

  /** Compares what is trending, everywhere and in the countries with the most of these views. */
  public static void assertTrending(QueryApi api, EventLog log) {
    Audit audit = new Audit(api, log);
    List<Difference> differences = new ArrayList<>();
    for (String region : audit.regions()) {
      for (String window : WINDOWS) {
        differences.addAll(
            new TrendingComparison(region, window, audit.expected)
                .differences(audit.fresh(() -> api.trending(region, window))));
      }
    }
    assertThat(differences).withFailMessage(() -> Difference.report(differences)).isEmpty();
  }

  private List<String> regions() {
    Map<String, Long> countries = VideoFigures.together(expected.values()).views(Dimension.COUNTRY);
    return Stream.concat(
            Stream.of("global"),
            countries.keySet().stream()
                .filter(country -> country.length() == 2)
                .sorted(Comparator.comparing(countries::get).reversed())
                .limit(COUNTRIES))
        .toList();
  }

  private void assertEqual(List<Video> videos) {
    Video first = videos.getFirst();
    fresh(() -> api.video(first.id(), from, Instant.now()));
    fresh(() -> api.counter(first.id()));
    fresh(() -> api.creator(first.channel()));
    List<Difference> differences = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<List<Difference>>> found =
          Stream.concat(
                  videos.stream().map(video -> readers.submit(() -> differences(video.id()))),
                  channels(videos)
                      .map(channel -> readers.submit(() -> differences(channel, videos))))
              .toList();
      for (Future<List<Difference>> one : found) {
        differences.addAll(one.get());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
    assertThat(differences).withFailMessage(() -> Difference.report(differences)).isEmpty();
  }

  /** Asks until the service claims to know of all acknowledged events. */
  private Answer fresh(Supplier<Answer> ask) {
    Duration left = Duration.between(Instant.now(), acknowledged.plus(FRESHNESS));
    return Awaitility.await("an answer that knows of the events of " + acknowledged)
        .atMost(left.compareTo(SHORTEST_WAIT) > 0 ? left : SHORTEST_WAIT)
        .pollInSameThread()
        .ignoreException(QueryApi.UnavailableException.class)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(250))
        .until(ask::get, answer -> answer.dataThrough().isAfter(acknowledged));
  }

  private List<Difference> differences(String id) {
    VideoFigures figures = expected.getOrDefault(id, VideoFigures.NONE);
    VideoComparison whole = new VideoComparison(id, figures);
    whole.counter(fresh(() -> api.counter(id)));
    whole.dashboard(fresh(() -> api.video(id)));
    for (Granularity granularity : Granularity.values()) {
      whole.series(fresh(() -> series(id, granularity)), granularity, from, to);
    }
    VideoComparison part = new VideoComparison(id, figures.between(partFrom, partTo));
    part.dashboard(fresh(() -> api.video(id, partFrom, partTo)));
    return Stream.of(whole, part).flatMap(one -> one.differences().stream()).toList();
  }

  private static Stream<String> channels(List<Video> videos) {
    return videos.stream().map(Video::channel).distinct();
  }

  private List<Difference> differences(String channel, List<Video> videos) {
    Map<String, VideoFigures> figures =
        videos.stream()
            .filter(video -> video.channel().equals(channel))
            .collect(
                Collectors.toMap(
                    Video::id, video -> expected.getOrDefault(video.id(), VideoFigures.NONE)));
    return new CreatorComparison(channel, figures).differences(fresh(() -> api.creator(channel)));
  }

  /** Of whole steps: a whole day that is rolled must tell its viewers exactly. */
  private Answer series(String id, Granularity granularity) {
    Instant start = granularity.floor(from);
    Instant end = granularity.floor(to.minusMillis(1)).plus(granularity.step());
    return api.timeseries(id, granularity.metrics(), granularity.label(), start, end);
  }

  private Instant firstMinute() {
    return expected.values().stream()
        .filter(figures -> !figures.minutes().isEmpty())
        .map(figures -> figures.minutes().iterator().next())
        .min(Instant::compareTo)
        .orElse(acknowledged.truncatedTo(ChronoUnit.MINUTES));
  }
}
