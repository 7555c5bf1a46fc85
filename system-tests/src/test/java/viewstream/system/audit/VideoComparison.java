package viewstream.system.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.Dimension;
import viewstream.system.oracle.VideoFigures;

/** Compares the answers about one video with what they must say. */
final class VideoComparison {
  private static final double UNIQUES_TOLERANCE = 0.01;

  /** Counted things, under the same name in every answer. */
  static final List<String> METRICS =
      List.of(
          "views",
          "play_attempts",
          "engaged_views",
          "watch_time_ms",
          "completions",
          "likes",
          "dislikes",
          "comments",
          "shares",
          "subscribers_gained",
          "subscribers_lost",
          "impressions",
          "clicks");

  private static final Map<Dimension, String> SHARES =
      Map.of(
          Dimension.DEVICE, "devices",
          Dimension.OS, "operating_systems",
          Dimension.BROWSER, "browsers",
          Dimension.PLATFORM, "platforms",
          Dimension.TRAFFIC_SOURCE, "traffic_sources",
          Dimension.COUNTRY, "demographics.countries",
          Dimension.AGE_GROUP, "demographics.age_groups",
          Dimension.GENDER, "demographics.genders");

  private final List<Difference> differences = new ArrayList<>();
  private final String videoId;
  private final VideoFigures expected;

  VideoComparison(String videoId, VideoFigures expected) {
    this.videoId = videoId;
    this.expected = expected;
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** The public counter. */
  void counter(Answer counter) {
    exactly("counter", expected.total("views"), counter.number("views"));
  }

  /** Totals, uniques and shares. */
  void dashboard(Answer dashboard) {
    Map<String, BigDecimal> actual = dashboard.numbers("metrics");
    for (String metric : METRICS) {
      BigDecimal value = actual.get(metric);
      if (value != null) {
        exactly(metric, expected.total(metric), value);
      }
    }
    long watchedMs = expected.total("watch_time_ms");
    double hours = dashboard.number("metrics.watch_time_hours").doubleValue();
    nearly("watch_time_hours", watchedMs / 3_600_000.0, hours, 0.5 / 3_600_000);
    uniques(dashboard.number("metrics.unique_viewers").longValueExact());
    SHARES.forEach((dimension, field) -> shares(dimension, field, dashboard.numbers(field)));
  }

  private void uniques(long actual) {
    long tolerated = (long) Math.floor(expected.viewers() * UNIQUES_TOLERANCE);
    if (Math.abs(actual - expected.viewers()) > tolerated) {
      differ("unique_viewers", expected.viewers(), actual);
    }
  }

  private void shares(Dimension dimension, String field, Map<String, BigDecimal> actual) {
    long views = expected.total("views");
    Map<String, Long> counts = expected.views(dimension);
    TreeSet<String> values = new TreeSet<>(counts.keySet());
    values.addAll(actual.keySet());
    for (String value : values) {
      double share = actual.getOrDefault(value, BigDecimal.ZERO).doubleValue();
      long count = counts.getOrDefault(value, 0L);
      nearly(
          field + "." + value,
          count / (double) Math.max(1, views),
          share,
          0.2 / Math.max(1, views));
    }
  }

  /** Every minute of the series. */
  void minutes(Answer series, Instant from, Instant to) {
    var points = series.points();
    for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
      Map<String, Long> counts = expected.minutes().getOrDefault(minute, Map.of());
      Map<String, BigDecimal> point = points.get(minute);
      if (point == null) {
        differ("minute " + minute, counts, "no such point");
        continue;
      }
      for (String metric : METRICS) {
        BigDecimal value = point.get(metric);
        if (value == null) {
          differ(metric + " at " + minute, counts.getOrDefault(metric, 0L), "nothing");
        } else {
          exactly(metric + " at " + minute, counts.getOrDefault(metric, 0L), value);
        }
      }
    }
  }

  private void exactly(String field, long wanted, BigDecimal actual) {
    if (actual.compareTo(BigDecimal.valueOf(wanted)) != 0) {
      differ(field, wanted, actual);
    }
  }

  private void nearly(String field, double wanted, double actual, double tolerated) {
    if (Math.abs(wanted - actual) > tolerated) {
      differ(field, wanted, actual);
    }
  }

  private void differ(String field, Object wanted, Object actual) {
    differences.add(new Difference(videoId, field, wanted, actual));
  }
}
