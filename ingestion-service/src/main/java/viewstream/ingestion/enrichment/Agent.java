package viewstream.ingestion.enrichment;

/**
 * What a user agent runs on.
 *
 * @param device mobile, tablet, desktop, tv, console, other or unknown
 * @param os for example Linux, Windows, Android
 * @param browser for example Chrome, Firefox, Safari
 */
public record Agent(Label device, Label os, Label browser) {
  static final Agent UNKNOWN = new Agent(Label.UNKNOWN, Label.UNKNOWN, Label.UNKNOWN);

  static Agent of(String device, String os, String browser) {
    return new Agent(Label.of(device), Label.of(os), Label.of(browser));
  }
}
