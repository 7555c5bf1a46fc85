package viewstream.ingestion.metrics;

import java.util.Locale;

/** What a request shows about its sender. The label names it in metrics. */
public enum Fact {
  /** Where a public address is. */
  PLACE,
  /** What a user agent is: it was one new one too many in its second. */
  AGENT,
  /** Whether a public address is a data centre's: the database is missing. */
  NETWORK;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The metric label. */
  public String label() {
    return label;
  }
}
