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
}
