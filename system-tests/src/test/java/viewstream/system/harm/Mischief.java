package viewstream.system.harm;

import java.time.Duration;
import java.util.Random;

/**
 * What a {@link Relay} does beside passing bytes on.
 *
 * @param lostAnswers share of the good answers that never reach the client
 * @param heldRequests share of the requests that reach the server late
 * @param hold how late
 */
public record Mischief(double lostAnswers, double heldRequests, Duration hold) {
  /** None. */
  public static final Mischief NONE = new Mischief(0, 0, Duration.ZERO);

  /** The server has done what it was asked to, and the client cannot know. */
  public static Mischief losingAnswers(double share) {
    return new Mischief(share, 0, Duration.ZERO);
  }

  /** Requests overtake each other. */
  public static Mischief holdingRequests(double share, Duration hold) {
    return new Mischief(0, share, hold);
  }

  boolean losesAnswer(Random random) {
    return random.nextDouble() < lostAnswers;
  }

  boolean holdsRequest(Random random) {
    return random.nextDouble() < heldRequests;
  }
}
