package viewstream.benchmarks.harness;

import java.util.Map;

/**
 * What a block of work got done.
 *
 * @param units events, records or requests; what costs are divided by
 * @param figures what else it found out, such as a percentile of its latencies, by name
 */
public record Done(long units, Map<String, Double> figures) {
  public Done {
    if (units < 1) {
      throw new IllegalArgumentException("units: a block must do something, did " + units);
    }
    figures = Map.copyOf(figures);
  }

  public static Done of(long units) {
    return new Done(units, Map.of());
  }

  /** The same block counted in smaller units: a request of 100 events is 100 of them. */
  public Done times(int unitsInEach) {
    return new Done(units * unitsInEach, figures);
  }
}
