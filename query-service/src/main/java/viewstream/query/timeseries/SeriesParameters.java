package viewstream.query.timeseries;

import static viewstream.query.http.ProblemException.invalidParameter;
import static viewstream.query.http.ProblemException.unsupportedQuery;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import viewstream.query.http.ProblemException;
import viewstream.query.metric.Metric;
import viewstream.query.time.Granularity;
import viewstream.query.time.TimeRange;

/**
 * What a time series shows, as it stands in the URL.
 *
 * @param metrics labels, separated by commas; absent → views and watch time
 * @param granularity a {@link Granularity}; absent → one that fits the range
 */
record SeriesParameters(
    @Parameter(description = "Metrics, separated by commas; default views,watch_time_ms")
        @Nullable String metrics,
    @Parameter(description = "minute, hour, day, week or month; default: what fits the range")
        @Nullable String granularity) {
  private static final Set<Metric> DEFAULT =
      new LinkedHashSet<>(List.of(Metric.VIEWS, Metric.WATCH_TIME_MS));

  /**
   * The metrics in the order asked for, each once.
   *
   * @throws ProblemException {@code unsupported_query} if one is unknown or has no such steps
   */
  Set<Metric> metrics(Granularity step) {
    Set<Metric> asked = metrics == null || metrics.isBlank() ? DEFAULT : parsed(metrics);
    for (Metric metric : asked) {
      if (!metric.supports(step)) {
        throw unsupportedQuery(
            "%1$s cannot be shown by the %2$s; what can: %3$s"
                .formatted(metric.label(), step.label(), supporting(step)));
      }
    }
    return asked;
  }

  /**
   * The steps asked for.
   *
   * @param hasMinutes whether all of the range is kept by the minute
   * @throws ProblemException {@code invalid_parameter} if there are none such, {@code
   *     unsupported_query} if minutes are asked for and not kept
   */
  Granularity granularity(TimeRange range, boolean hasMinutes) {
    if (granularity == null) {
      Granularity fitting = Granularity.fitting(range);
      return fitting == Granularity.MINUTE && !hasMinutes ? Granularity.HOUR : fitting;
    }
    Granularity asked =
        Granularity.of(granularity)
            .orElseThrow(
                () -> invalidParameter("granularity", "must be one of " + Granularity.labels()));
    if (asked == Granularity.MINUTE && !hasMinutes) {
      throw unsupportedQuery(
          "figures by the minute are no longer kept for the beginning of this range: ask for a"
              + " later from, or for granularity=hour");
    }
    return asked;
  }

  private static Set<Metric> parsed(String labels) {
    return Arrays.stream(labels.split(","))
        .map(String::strip)
        .map(SeriesParameters::metric)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Metric metric(String label) {
    return Metric.of(label)
        .orElseThrow(
            () ->
                unsupportedQuery(
                    "there is no metric '%s'; there are: %s".formatted(label, Metric.labels())));
  }

  private static String supporting(Granularity step) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.supports(step))
        .map(Metric::label)
        .collect(Collectors.joining(", "));
  }
}
