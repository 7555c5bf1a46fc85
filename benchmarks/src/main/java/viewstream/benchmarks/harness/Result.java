package viewstream.benchmarks.harness;

import java.util.List;

/**
 * What a comparison came to.
 *
 * @param title what was compared
 * @param product name of the product's side
 * @param peer name of the other
 * @param pairs how many times both had their turn
 * @param foreignCores cores that were busy with something else meanwhile
 */
public record Result(
    String title, String product, String peer, int pairs, Spread foreignCores, List<Line> lines) {
  public Result {
    lines = List.copyOf(lines);
  }
}
