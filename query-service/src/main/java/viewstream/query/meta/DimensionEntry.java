package viewstream.query.meta;

import java.util.Arrays;
import java.util.List;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Metric;

/**
 * A dimension, as it stands in the reply.
 *
 * @param metrics what it breaks down
 */
record DimensionEntry(String name, String definition, List<String> metrics) {
  static DimensionEntry of(Dimension dimension) {
    return new DimensionEntry(
        dimension.label(),
        dimension.definition(),
        Arrays.stream(Metric.values()).filter(dimension::breaksDown).map(Metric::label).toList());
  }
}
