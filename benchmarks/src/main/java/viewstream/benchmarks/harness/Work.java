package viewstream.benchmarks.harness;

/** A block of work, done many times. */
@FunctionalInterface
public interface Work {
  /** Makes ready; not measured. */
  default void prepare() throws Exception {}

  /** Does the block: everything between its begin and end is measured. */
  Done run() throws Exception;

  /** Puts away; not measured. */
  default void tidy() throws Exception {}
}
