package viewstream.ingestion.metrics;

import java.util.Locale;

/** The steps on an event's way, in order. The label names them in metrics. */
public enum Step {
  /** Bytes to an object. */
  PARSE,
  /** Which event it is: ids, type. */
  IDENTIFY,
  /** When it happened. */
  TIME,
  /** Who watched. */
  VIEWER,
  /** On what and where. */
  CONTEXT,
  /** What the type adds; the record is whole. */
  FIELDS;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The metric label. */
  public String label() {
    return label;
  }
}
