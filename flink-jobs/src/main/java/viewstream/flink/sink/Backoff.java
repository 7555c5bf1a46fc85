package viewstream.flink.sink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubling up to a bound, and each time somewhere in the
 * upper half of that, so that tasks do not try all at once.
 *
 * @param first wait
 * @param longest wait
 */
record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait before another attempt.
   *
   * @param attempt how many have failed, at least 1
   */
  Duration before(int attempt, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
    long bounded = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
  }
}
