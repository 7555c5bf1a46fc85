package viewstream.system.harm;

import java.time.Duration;
import java.util.Random;

/**
 * What a {@link Relay} does beside passing bytes on.
 *
 * @param lostAnswers share of the good answers that never reach the client
 * @param heldRequests share of the requests that reach the server late
 * @param hold how late at most
 * @param released whether what is held goes on as soon as the relay is told to do something else
 */
public record Mischief(double lostAnswers, double heldRequests, Duration hold, boolean released) {
  /** None. */
  public static final Mischief NONE = new Mischief(0, 0, Duration.ZERO, false);

  private static final Duration LONG = Duration.ofSeconds(50);

  /** No request reaches the server, until the relay is told to do something else. */
  public static final Mischief STALLING = new Mischief(0, 1, LONG, true);

  /** The server has done what it was asked to, and the client cannot know. */
  public static Mischief losingAnswers(double share) {
    return new Mischief(share, 0, Duration.ZERO, false);
  }

  /** Requests overtake each other. */
  public static Mischief holdingRequests(double share, Duration hold) {
    return new Mischief(0, share, hold, false);
  }

  boolean losesAnswer(Random random) {
    return random.nextDouble() < lostAnswers;
  }

  boolean holdsRequest(Random random) {
    return random.nextDouble() < heldRequests;
  }
}
