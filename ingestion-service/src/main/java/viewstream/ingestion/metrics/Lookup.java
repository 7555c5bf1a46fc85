package viewstream.ingestion.metrics;

import java.util.Locale;

/** How a user agent was found. The label names it in metrics. */
public enum Lookup {
  /** It was known. */
  CACHED,
  /** It was new and has been worked out. */
  PARSED,
  /** It was new and there was no time for it, so it stays unknown. */
  SKIPPED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The metric label. */
  public String label() {
    return label;
  }
}
