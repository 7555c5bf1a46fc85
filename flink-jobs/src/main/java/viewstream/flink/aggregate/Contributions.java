package viewstream.flink.aggregate;

import java.io.Serializable;

/**
 * Says what an input adds to which windows.
 *
 * @param <I> the input
 * @param <S> the figures
 */
@FunctionalInterface
public interface Contributions<I, S extends Sums<S>> extends Serializable {
  /** Adds all that the input has to add. */
  void contribute(I input, Slots<S> slots);
}
