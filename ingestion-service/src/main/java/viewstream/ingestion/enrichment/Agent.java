package viewstream.ingestion.enrichment;

/**
 * What a user agent is and runs on.
 *
 * @param kind what stands behind it
 * @param device mobile, tablet, desktop, tv, console, other or unknown
 * @param os for example Linux, Windows, Android
 * @param browser for example Chrome, Firefox, Safari
 */
public record Agent(AgentKind kind, Label device, Label os, Label browser) {
  static Agent of(AgentKind kind, String device, String os, String browser) {
    return new Agent(kind, Label.of(device), Label.of(os), Label.of(browser));
  }

  Agent as(AgentKind other) {
    return other == kind ? this : new Agent(other, device, os, browser);
  }

  /** One of which nothing else is known. */
  static Agent of(AgentKind kind) {
    return new Agent(kind, Label.UNKNOWN, Label.UNKNOWN, Label.UNKNOWN);
  }
}
