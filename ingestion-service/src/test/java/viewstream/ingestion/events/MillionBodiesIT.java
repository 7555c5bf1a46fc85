package viewstream.ingestion.events;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link FastPathTest} tests, a million times. */
@Tag("long")
class MillionBodiesIT {
  @Test
  void theFastPathAgreesWithThePipelineOnAMillionBodies() {
    long seed = Long.getLong("viewstream.seed", ThreadLocalRandom.current().nextLong());
    FastPathTest.agrees(seed, 1_000_000);
  }
}
