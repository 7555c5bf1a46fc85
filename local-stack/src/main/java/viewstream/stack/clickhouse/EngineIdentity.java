package viewstream.stack.clickhouse;

/**
 * What the engine says about itself.
 *
 * @param version for instance {@code 26.7.2.1}
 * @param timeZone its default time zone
 */
record EngineIdentity(String version, String timeZone) {

  /** The name drivers show for the server. */
  static final String DISPLAY_NAME = "viewstream-embedded";

  /** An error's message as a server ends it. */
  String sign(String message) {
    return message.contains(" (version ")
        ? message + "\n"
        : "%s (version %s)\n".formatted(message, version);
  }
}
