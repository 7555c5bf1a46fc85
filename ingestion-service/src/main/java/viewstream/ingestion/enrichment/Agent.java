package viewstream.ingestion.enrichment;

/**
 * What a user agent runs on.
 *
 * @param device mobile, tablet, desktop, tv, console, other or unknown
 * @param os for example Linux, Windows, Android
 * @param browser for example Chrome, Firefox, Safari
 */
record Agent(String device, String os, String browser) {
  static final Agent UNKNOWN = new Agent(Labels.UNKNOWN, Labels.UNKNOWN, Labels.UNKNOWN);
}
