package viewstream.query.freshness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import viewstream.schema.redis.Sink;

/** Makes progress for tests of other packages. */
public final class ProgressFixture {
  private ProgressFixture() {}

  /** Sinks that have reported this, and never report anything else. */
  public static Progress of(Clock clock, Map<Sink, Instant> reported) {
    return new Progress(
        () -> reported,
        clock,
        new FreshnessSettings(
            Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(1)));
  }
}
