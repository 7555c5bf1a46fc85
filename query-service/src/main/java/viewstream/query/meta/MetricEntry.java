package viewstream.query.meta;

import java.util.Arrays;
import java.util.List;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Metric;
import viewstream.query.time.Granularity;

/**
 * A metric, as it stands in the reply.
 *
 * @param exact false if it is an estimate
 * @param granularities the steps of time it can be shown in
 * @param dimensions what it can be broken down by
 */
record MetricEntry(
    String name,
    String unit,
    String definition,
    boolean exact,
    List<String> granularities,
    List<String> dimensions) {
  static MetricEntry of(Metric metric) {
    return new MetricEntry(
        metric.label(),
        metric.unit().label(),
        metric.definition(),
        metric.exact(),
        Arrays.stream(Granularity.values())
            .filter(metric::supports)
            .map(Granularity::label)
            .toList(),
        Arrays.stream(Dimension.values())
            .filter(dimension -> dimension.breaksDown(metric))
            .map(Dimension::label)
            .toList());
  }
}
