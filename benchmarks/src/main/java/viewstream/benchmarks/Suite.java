package viewstream.benchmarks;

import java.util.List;
import viewstream.benchmarks.harness.Result;

/** One question about the product, answered beside a peer. It starts what it needs. */
public interface Suite {
  /** The word by which it is run: {@code ingestion}. */
  String name();

  /** What it answers, in a sentence. */
  String question();

  /**
   * Measures.
   *
   * @param pairs how often product and peer take their turn
   */
  List<Result> run(int pairs) throws Exception;
}
