package viewstream.system.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.Dimension;
import viewstream.system.oracle.VideoFigures;

/** Compares the answers about one video with what they must say. */
final class VideoComparison {
  private static final double UNIQUES_TOLERANCE = 0.01;
  private static final double RATIO_TOLERANCE = 1e-9;
  private static final double HISTOGRAM_TOLERANCE = 0.02;

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
          "impressions");

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
    METRICS.forEach(metric -> exactly(metric, expected.total(metric), actual.get(metric)));
    ratio("watch_time_hours", total("watch_time_ms"), 3_600_000, actual);
    ratio("average_view_duration_seconds", total("watch_time_ms") / 1e3, total("views"), actual);
    ratio("completion_rate", total("completions"), total("views"), actual);
    ratio("click_through_rate", total("clicks"), total("impressions"), actual);
    double engagements = total("likes") + total("comments") + total("shares");
    ratio("engagement_rate", engagements, total("views"), actual);
    uniques("unique_viewers", expected.viewers(), actual.get("unique_viewers"), UNIQUES_TOLERANCE);
    quality(dashboard.numbers("qoe"));
    SHARES.forEach((dimension, field) -> shares(dimension, field, dashboard.numbers(field)));
  }

  private void quality(Map<String, BigDecimal> actual) {
    for (String failures : List.of("start_failures", "playback_failures")) {
      exactly(failures, expected.total(failures), actual.get(failures));
    }
    double bufferingMs = total("buffering_ms");
    ratio("rebuffer_ratio", bufferingMs, bufferingMs + total("watch_time_ms"), actual);
    ratio("rebuffer_frequency", total("stalls"), total("watch_time_ms") / 60e3, actual);
    startup("startup_time_ms_p50", 0.50, actual);
    startup("startup_time_ms_p95", 0.95, actual);
  }

  private void startup(String metric, double share, Map<String, BigDecimal> actual) {
    double wanted = expected.startupMs(share);
    double told = actual.getOrDefault(metric, BigDecimal.ZERO).doubleValue();
    nearly(metric, wanted, told, wanted * HISTOGRAM_TOLERANCE);
  }

  /** A ratio of sums; of nothing it is zero. */
  private void ratio(String metric, double sum, double of, Map<String, BigDecimal> actual) {
    double wanted = of == 0 ? 0 : sum / of;
    BigDecimal value = actual.get(metric);
    if (value == null) {
      differ(metric, wanted, "nothing");
    } else {
      nearly(metric, wanted, value.doubleValue(), Math.abs(wanted) * RATIO_TOLERANCE);
    }
  }

  private double total(String metric) {
    return expected.total(metric);
  }

  private void uniques(String field, int wanted, @Nullable BigDecimal actual, double tolerance) {
    double tolerated = Math.floor(wanted * tolerance);
    if (actual == null || Math.abs(actual.doubleValue() - wanted) > tolerated) {
      differ(field, wanted, actual == null ? "nothing" : actual);
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

  /** Every point of a series of which {@code from} is in the first; exact where it says so. */
  void series(Answer series, Granularity granularity, Instant from, Instant to) {
    Duration step = granularity.step();
    var points = series.points();
    for (Instant point = granularity.floor(from); point.isBefore(to); point = point.plus(step)) {
      Map<String, BigDecimal> actual = points.getOrDefault(point, Map.of());
      VideoFigures wanted = expected.between(point, point.plus(step));
      for (String metric : METRICS) {
        String field = "%s of the %s %s".formatted(metric, granularity.label(), point);
        exactly(field, wanted.total(metric), actual.get(metric));
      }
      if (granularity.hasUniques()) {
        String field = "unique_viewers of the %s %s".formatted(granularity.label(), point);
        double tolerance = series.exact() ? 0 : UNIQUES_TOLERANCE;
        uniques(field, wanted.viewers(), actual.get("unique_viewers"), tolerance);
      }
    }
  }

  private void exactly(String field, long wanted, @Nullable BigDecimal actual) {
    if (actual == null) {
      differ(field, wanted, "nothing");
    } else if (actual.compareTo(BigDecimal.valueOf(wanted)) != 0) {
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
