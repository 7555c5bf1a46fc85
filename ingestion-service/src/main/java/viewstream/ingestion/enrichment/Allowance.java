package viewstream.ingestion.enrichment;

import java.time.Clock;

/** Lets a number of things happen in each second. */
final class Allowance {
  private final int perSecond;
  private final Clock clock;
  private long second;
  private int used;

  Allowance(int perSecond, Clock clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Whether one more may happen now. The lock holds second and used together. */
  synchronized boolean take() {
    long now = Math.floorDiv(clock.millis(), 1000L);
    if (now != second) {
      second = now;
      used = 0;
    }
    return used++ < perSecond;
  }
}
