package viewstream.benchmarks.harness;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is compared.
 *
 * @param name such as {@code CPU per event}
 * @param unit such as {@code µs}
 * @param product reads it from a block of the product
 * @param peer reads it from a block of the peer; null when the peer has nothing like it
 */
public record Figure(
    String name,
    String unit,
    ToDoubleFunction<Measurement> product,
    @Nullable ToDoubleFunction<Measurement> peer) {

  /** CPU time per unit of work: of one subject while the product works, of another in its turn. */
  public static Figure cpu(String name, String product, String peer) {
    return new Figure(
        name, "µs", block -> block.cpuMicros(product), block -> block.cpuMicros(peer));
  }

  /** CPU time per unit of work of a subject that has no counterpart. */
  public static Figure cpu(String name, String product) {
    return new Figure(name, "µs", block -> block.cpuMicros(product), null);
  }

  /** Units of work per second. */
  public static Figure rate(String name) {
    return new Figure(name, "/s", Measurement::perSecond, Measurement::perSecond);
  }

  /** Something both sides find out themselves. */
  public static Figure own(String name, String unit, String product, String peer) {
    return new Figure(name, unit, block -> block.figure(product), block -> block.figure(peer));
  }
}
