package viewstream.benchmarks.harness;

import java.util.Arrays;
import java.util.Collection;

/**
 * Where the values of repeated measurements lie.
 *
 * @param lower first quartile
 * @param upper third quartile
 */
public record Spread(double lowest, double lower, double median, double upper, double highest) {

  /**
   * @throws IllegalArgumentException when there are no values
   */
  public static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("values: there must be at least one");
    }
    return new Spread(
        sorted[0],
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  /** A value that was measured once. */
  public static Spread of(double value) {
    return new Spread(value, value, value, value, value);
  }

  /** Linear between neighbours, as spreadsheets and R (type 7) do it. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The nearest-rank percentile of many values, which are sorted by this. */
  public static double percentile(double[] values, double percent) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values: there must be at least one");
    }
    Arrays.sort(values);
    int rank = (int) Math.ceil(percent / 100 * values.length);
    return values[Math.max(0, rank - 1)];
  }
}
