package viewstream.ingestion.metrics;

import java.util.Locale;

/**
 * The steps on an event's way, in order. The label names them in metrics. The first two are timed
 * once for each request, the others once for each event that takes the pipeline.
 */
public enum Step {
  /** Where the events of a body begin and end. */
  CUT,
  /** All events of a request to what goes to Kafka, by whichever path. */
  READ,
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
  FIELDS,
  /** Where an address is; part of CONTEXT, once for all events of a viewer in a request. */
  PLACE,
  /** What a user agent is and runs on; as PLACE. */
  AGENT,
  /** Whether an address is a data centre's; as PLACE. */
  NETWORK;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The metric label. */
  public String label() {
    return label;
  }
}
