package viewstream.stack.process;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before the next start of a process that ended: twice as long each time, short
 * again after it ran well. A process that keeps ending by itself is given up; one that is killed
 * from outside never is.
 */
final class Backoff {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration RAN_WELL = Duration.ofSeconds(20);
  private static final int EXITS_BEFORE_GIVING_UP = 5;
  private static final int KILLED_BY_SIGNAL = 128;

  private Duration next = SHORTEST;
  private int exits;

  /** The pause before the next start, or empty when there should be none. */
  Optional<Duration> afterEnd(Duration ran, int exitCode) {
    if (ran.compareTo(RAN_WELL) >= 0) {
      next = SHORTEST;
      exits = 0;
    }
    if (exitCode <= KILLED_BY_SIGNAL && ++exits >= EXITS_BEFORE_GIVING_UP) {
      return Optional.empty();
    }
    Duration pause = next;
    next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    return Optional.of(pause);
  }
}
