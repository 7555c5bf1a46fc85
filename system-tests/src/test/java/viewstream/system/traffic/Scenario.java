package viewstream.system.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * What to generate; the same scenario gives the same traffic.
 *
 * @param name prefix of all ids, so that runs on one fleet do not meet
 * @param events playback, engagement and malformed ones together, not counting repetitions
 * @param until no event is younger
 * @param span how long before {@code until} the first view starts
 * @param longest that a view lasts
 * @param plain whether all clocks are right and nothing is sent again that was acknowledged: then
 *     no delay moves an event, and whatever comes twice comes of a retry
 */
public record Scenario(
    String name,
    long seed,
    int videos,
    int views,
    int events,
    Instant until,
    Duration span,
    Duration longest,
    boolean plain) {

  /** Traffic that is not plain. */
  public Scenario(
      String name,
      long seed,
      int videos,
      int views,
      int events,
      Instant until,
      Duration span,
      Duration longest) {
    this(name, seed, videos, views, events, until, span, longest, false);
  }

  /** The full load: 200 000 events of 20 000 views over 500 videos in the 12 minutes before. */
  public static Scenario full(String name, long seed, Instant until) {
    return new Scenario(
        name, seed, 500, 20_000, 200_000, until, Duration.ofMinutes(12), Duration.ofMinutes(5));
  }

  /** A tenth of the full load. */
  public static Scenario tenth(String name, long seed, Instant until) {
    return new Scenario(
        name, seed, 100, 2_000, 20_000, until, Duration.ofMinutes(12), Duration.ofMinutes(5));
  }

  /**
   * Plain traffic, for the time when parts are being killed.
   *
   * @param events of a tenth as many views
   */
  public static Scenario plain(String name, long seed, int events, Instant until) {
    return new Scenario(
        name,
        seed,
        40,
        events / 10,
        events,
        until,
        Duration.ofMinutes(12),
        Duration.ofMinutes(5),
        true);
  }
}
