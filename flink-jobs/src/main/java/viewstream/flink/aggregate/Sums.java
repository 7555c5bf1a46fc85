package viewstream.flink.aggregate;

/**
 * Figures of one video in one window that can be added up in any order.
 *
 * @param <S> itself
 */
public interface Sums<S extends Sums<S>> {
  /** Adds another's figures to these. */
  void add(S other);

  /** How many contributions are in these figures; grows with each and never shrinks. */
  long contributions();
}
