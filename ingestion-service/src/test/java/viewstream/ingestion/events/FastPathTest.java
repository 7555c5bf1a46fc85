package viewstream.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * The fast path and the pipeline agree on every byte and every reason. The seed stands in the
 * message of a failure; {@code -Dviewstream.seed=N} runs it again.
 */
class FastPathTest {
  @Test
  void agreesWithThePipelineOnWhateverIsSent() {
    long seed = Long.getLong("viewstream.seed", ThreadLocalRandom.current().nextLong());
    System.out.println("bodies of seed " + seed);
    agrees(seed, 30_000);
  }

  static void agrees(long seed, int bodies) {
    var ways = new TwoWays();
    var inputs = new Inputs(seed);
    for (int i = 0; i < bodies; i++) {
      Input input = inputs.next();
      TwoWays.Result expected = ways.thorough(input);
      TwoWays.Result result = ways.fast(input);
      if (!result.equals(expected)) {
        assertThat(result).as("body %d of seed %d: %s", i, seed, input).isEqualTo(expected);
      }
    }
    System.out.printf("%d written, %d handed over%n", ways.written(), ways.handedOver());
    assertThat(ways.written()).as("that it is tried at all").isGreaterThan(ways.handedOver());
  }
}
