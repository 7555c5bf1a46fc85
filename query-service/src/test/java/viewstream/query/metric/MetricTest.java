package viewstream.query.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viewstream.query.time.Granularity;

class MetricTest {
  private static final Facts FACTS =
      facts(
          Map.of(
              Measure.VIEWS, 4L,
              Measure.WATCH_TIME_MS, 120_000L,
              Measure.PLAYED_MS, 90_000L,
              Measure.BUFFERING_MS, 30_000L,
              Measure.STALLS, 6L,
              Measure.LIKES, 1L,
              Measure.UNLIKES, 3L,
              Measure.COMMENTS, 1L,
              Measure.BITRATE_MS, 2_000L,
              Measure.BITRATE_KBPS_MS, 3_000_000L));

  @Test
  void areRatiosOfSums() {
    assertThat(Metric.AVERAGE_VIEW_DURATION_SECONDS.of(FACTS)).isEqualTo(30.0);
    assertThat(Metric.REBUFFER_RATIO.of(FACTS)).isEqualTo(0.2);
    assertThat(Metric.REBUFFER_FREQUENCY.of(FACTS)).isEqualTo(3.0);
    assertThat(Metric.AVERAGE_BITRATE_KBPS.of(FACTS)).isEqualTo(1500.0);
    assertThat(Metric.ENGAGEMENT_RATE.of(FACTS)).isEqualTo(-0.25);
  }

  @Test
  void subtractWhatWasTakenBack() {
    assertThat(Metric.LIKES.of(FACTS)).isEqualTo(-2L);
    assertThat(Metric.LIKES.measures()).containsExactlyInAnyOrder(Measure.LIKES, Measure.UNLIKES);
  }

  @Test
  void doNotKnowAPercentageWithoutADuration() {
    assertThat(Metric.AVERAGE_PERCENTAGE_VIEWED.of(FACTS)).isNull();
    assertThat(Metric.AVERAGE_PERCENTAGE_VIEWED.of(FACTS.withDuration(OptionalLong.of(30_000))))
        .isEqualTo(75.0);
  }

  @Test
  void believeTheCatalogueBeforeThePlayer() {
    Facts reported = facts(Map.of(Measure.MAX_DURATION_MS, 10L));

    assertThat(reported.withDuration(OptionalLong.of(20)).value(Measure.MAX_DURATION_MS))
        .isEqualTo(20);
    assertThat(reported.withDuration(OptionalLong.empty()).value(Measure.MAX_DURATION_MS))
        .isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void areZeroWhereNothingHappened(Metric metric) {
    Number value = metric.of(Facts.NONE);

    assertThat(value).isNotNull();
    assertThat(value.doubleValue()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void dependOnlyOnTheMeasuresTheyName(Metric metric) {
    Map<Measure, Long> named = new EnumMap<>(Measure.class);
    Map<Measure, Long> all = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      all.put(measure, 7L + measure.ordinal());
      if (metric.measures().contains(measure)) {
        named.put(measure, 7L + measure.ordinal());
      }
    }
    Map<Integer, Long> startups = Map.of(100, 1L);

    assertThat(metric.of(new Facts(named, startups)))
        .isEqualTo(metric.of(new Facts(all, startups)));
  }

  @Test
  void showUniqueViewersByTheHourAtTheFinest() {
    assertThat(Metric.UNIQUE_VIEWERS.supports(Granularity.MINUTE)).isFalse();
    assertThat(Metric.UNIQUE_VIEWERS.supports(Granularity.HOUR)).isTrue();
    assertThat(Metric.VIEWS.supports(Granularity.MINUTE)).isTrue();
  }

  private static Facts facts(Map<Measure, Long> values) {
    return new Facts(values, Map.of());
  }
}
