package viewstream.system.traffic;

import java.time.Duration;
import java.util.Map;

/**
 * What a request says about all its events.
 *
 * @param userAgent header of the request
 * @param secret whether it bears the secret key, so that its events speak for their viewers
 * @param context the envelope's context, empty for none
 * @param clockSkew how far the client's clock is ahead; when not zero the envelope says {@code
 *     sent_at}
 */
public record Origin(
    String userAgent, boolean secret, Map<String, Object> context, Duration clockSkew) {

  /** An ordinary player with a right clock. */
  static Origin player(UserAgent agent) {
    return new Origin(agent.text(), false, Map.of(), Duration.ZERO);
  }

  /** A player on somebody else's page, which says so once for all events. */
  static Origin embedded(UserAgent agent) {
    Map<String, Object> context = Map.of("platform", "web", "traffic_source", "embed");
    return new Origin(agent.text(), false, context, Duration.ZERO);
  }

  /** A server that reports for its viewers. */
  static Origin server() {
    return new Origin(UserAgent.LIBRARY.text(), true, Map.of(), Duration.ZERO);
  }

  /** A player whose clock is wrong. */
  static Origin skewed(UserAgent agent, Duration clockSkew) {
    return new Origin(agent.text(), false, Map.of(), clockSkew);
  }

  /** Whether the request must be an envelope, not a bare array. */
  boolean needsEnvelope() {
    return !context.isEmpty() || !clockSkew.isZero();
  }
}
