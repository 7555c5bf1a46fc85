package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.oracle.Oracle;
import viewstream.system.oracle.TrendingRows;
import viewstream.system.oracle.TrendingRows.Row;
import viewstream.system.oracle.VideoFigures;
import viewstream.system.traffic.EventLog;
import viewstream.system.traffic.Glances;
import viewstream.system.traffic.Sender;
import viewstream.system.traffic.Video;

/**
 * What is trending is exactly what the acknowledged views say, in each window and region.
 *
 * <p>Its countries are nobody else's, so their lists must be equal as a whole; in the global list
 * the other tests' videos stand between. A view that is an hour late is in no list: what lies
 * further back than that in the windows of a day and a week cannot be sent here, and is shown by
 * the property test of the stream's own module.
 */
@ExtendWith(SharedFleet.class)
class TrendingIT {
  private static final long SEED = Long.getLong("viewstream.seed", 20_260_304);
  private static final List<String> COUNTRIES = List.of("IS", "MT", "LU");
  private static final List<String> WINDOWS = List.of("1h", "24h", "7d");
  private static final List<Video> VIDEOS =
      IntStream.range(0, 60)
          .mapToObj(
              rank ->
                  new Video("trend-%02d".formatted(rank), "trend-channel", Duration.ofMinutes(3)))
          .toList();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How far into a minute the views of an hour ago may still be sent in time. */
  private static final Duration IN_TIME = Duration.ofSeconds(30);

  private final EventLog log = new EventLog();
  private final EventLog late = new EventLog();

  @Test
  void listsEqualTheOracle(Fleet fleet) {
    fleet.catalog(VIDEOS);
    Glances glances = new Glances(SEED, VIDEOS, COUNTRIES);
    Instant minute = earlyInAMinute();
    Instant hourAgo = minute.minus(1, ChronoUnit.HOURS);
    Sender onTime = new Sender(fleet.ingestion(), log, PATIENCE);

    onTime.send(glances.batches(1_000, hourAgo, hourAgo.plusSeconds(60)));
    onTime.send(glances.batches(2_000, hourAgo, minute));
    new Sender(fleet.ingestion(), late, PATIENCE)
        .send(glances.batches(400, hourAgo.minusSeconds(120), hourAgo));
    assertThat(log.latest()).as("sent before it was late").isBefore(minute.plusSeconds(60));

    // From then on the views of an hour ago are in the window before.
    Instant next = minute.plusSeconds(60);
    Instant settled = next.isAfter(late.latest()) ? next : late.latest();
    Map<String, VideoFigures> figures = Oracle.expect(log.events());
    for (String window : WINDOWS) {
      for (String country : COUNTRIES) {
        Answer answer = fresh(fleet, country, window, settled);
        assertThat(rows(answer))
            .as("%s %s", country, window)
            .isNotEmpty()
            .isEqualTo(expected(figures, country, answer));
        assertThat((List<?>) answer.at("trending")).allSatisfy(TrendingIT::assertNamed);
      }
      assertGlobal(figures, fresh(fleet, "global", window, settled));
    }
  }

  private static void assertNamed(Object element) {
    Map<?, ?> row = (Map<?, ?>) element;
    assertThat(row.get("title")).isEqualTo("Video " + row.get("video_id"));
    assertThat(row.get("channel_id")).isEqualTo("trend-channel");
  }

  /** Our videos stand in the global list in our order, with our figures, as far as it goes. */
  private static void assertGlobal(Map<String, VideoFigures> figures, Answer answer) {
    Set<String> ours = new HashSet<>(VIDEOS.stream().map(Video::id).toList());
    List<Ours> found =
        rows(answer).stream().filter(row -> ours.contains(row.videoId())).map(Ours::of).toList();
    List<Ours> all = expected(figures, null, answer).stream().map(Ours::of).toList();

    assertThat(found).as("global").isNotEmpty().isEqualTo(all.subList(0, found.size()));
    assertThat(rows(answer)).extracting(Row::rank).isSorted().doesNotHaveDuplicates();
  }

  /** What other videos cannot change. */
  private record Ours(String videoId, long views, double growthRate) {
    static Ours of(Row row) {
      return new Ours(row.videoId(), row.views(), row.growthRate());
    }
  }

  private static List<Row> expected(
      Map<String, VideoFigures> figures, @Nullable String country, Answer answer) {
    return TrendingRows.expect(
        figures, country, answer.instant("window_start"), answer.instant("window_end"));
  }

  /** The first list that knows of everything until then. */
  private static Answer fresh(Fleet fleet, String region, String window, Instant settled) {
    return await("the list of %s %s after %s".formatted(region, window, settled))
        .atMost(PATIENCE.multipliedBy(2))
        .pollInterval(Duration.ofMillis(250))
        .ignoreException(IllegalStateException.class)
        .until(
            () -> fleet.query().trending(region, window),
            answer -> answer.dataThrough().isAfter(settled));
  }

  private static List<Row> rows(Answer answer) {
    return ((List<?>) answer.at("trending")).stream().map(TrendingIT::row).toList();
  }

  private static Row row(Object element) {
    Map<?, ?> row = (Map<?, ?>) element;
    BigDecimal previousRank = (BigDecimal) row.get("previous_rank");
    return new Row(
        ((BigDecimal) row.get("rank")).intValue(),
        previousRank == null ? null : previousRank.intValue(),
        (String) row.get("video_id"),
        ((BigDecimal) row.get("views")).longValue(),
        ((BigDecimal) row.get("growth_rate")).doubleValue());
  }

  /** Waits until a minute is young; returns its start. */
  private static Instant earlyInAMinute() {
    Instant now = Instant.now();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    if (now.isBefore(minute.plus(IN_TIME))) {
      return minute;
    }
    Instant next = minute.plusSeconds(60);
    while (Instant.now().isBefore(next)) {
      LockSupport.parkUntil(next.toEpochMilli());
    }
    return next;
  }
}
