package viewstream.ingestion.keys;

import viewstream.ingestion.validation.Limits;

/**
 * How many events are taken.
 *
 * @param eventsPerSecond in the long run
 * @param burst events taken at once after a quiet time; a whole batch must fit, or it never could
 */
public record Quota(long eventsPerSecond, long burst) {
  /** So high that it bounds nothing, so low that no sum of such overflows. */
  private static final long MOST = 1_000_000_000;

  public Quota {
    if (eventsPerSecond < 1 || eventsPerSecond > MOST) {
      throw new IllegalArgumentException(
          "a quota must be 1 to " + MOST + " events per second, is " + eventsPerSecond);
    }
    if (burst < Limits.EVENTS || burst > MOST) {
      throw new IllegalArgumentException(
          "a quota's burst must be %d (the largest batch) to %d events, is %d"
              .formatted(Limits.EVENTS, MOST, burst));
    }
  }
}
