package viewstream.query.observability;

import io.micrometer.core.instrument.MeterRegistry;

/** Makes metrics for tests of other packages. */
public final class QueryMetricsFixture {
  private QueryMetricsFixture() {}

  public static QueryMetrics of(MeterRegistry registry) {
    return new QueryMetrics(registry);
  }
}
