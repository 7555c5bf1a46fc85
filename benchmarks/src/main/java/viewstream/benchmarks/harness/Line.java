package viewstream.benchmarks.harness;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a result.
 *
 * @param product the product's values
 * @param peer the peer's; null when there are none
 * @param ratio the product's value over the peer's, pair by pair; null when there is no peer
 */
public record Line(
    String name, String unit, Spread product, @Nullable Spread peer, @Nullable Spread ratio) {

  /** Two values that were measured once. */
  public static Line of(String name, String unit, double product, double peer) {
    return new Line(name, unit, Spread.of(product), Spread.of(peer), Spread.of(product / peer));
  }
}
