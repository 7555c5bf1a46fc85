package viewstream.benchmarks.harness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison came to.
 *
 * @param title what was compared
 * @param product name of the product's side
 * @param peer name of the other
 * @param pairs how many times both had their turn; 0 where they did not take turns
 * @param foreignCores cores that were busy with something else meanwhile; null where that does not
 *     matter
 */
public record Result(
    String title,
    String product,
    String peer,
    int pairs,
    @Nullable Spread foreignCores,
    List<Line> lines) {
  public Result {
    lines = List.copyOf(lines);
  }
}
