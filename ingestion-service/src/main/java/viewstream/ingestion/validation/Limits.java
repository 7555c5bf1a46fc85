package viewstream.ingestion.validation;

import java.time.Duration;

/** The bounds of what the service takes, as the contract states them. */
public final class Limits {
  /** Body as it comes over the wire. */
  public static final int BODY_BYTES = 1 << 20;

  /** Body after decompression. */
  public static final int INFLATED_BYTES = 4 << 20;

  public static final int EVENTS = 500;
  public static final int EVENT_BYTES = 32 << 10;

  /** Levels of objects and arrays in an event; the event itself is the first. */
  public static final int NESTING = 8;

  public static final int ID_LENGTH = 128;
  public static final int MAX_SEQ = 65_535;
  public static final int PLAYED_INTERVALS = 64;
  public static final int ERROR_MESSAGE_LENGTH = 256;
  public static final int PROPS = 16;
  public static final int PROP_NAME_BYTES = 64;
  public static final int PROP_VALUE_BYTES = 256;

  /** How far an event's time may lie ahead of its arrival. */
  public static final Duration FUTURE = Duration.ofMinutes(5);

  /** How old an event may be when it arrives. */
  public static final Duration AGE = Duration.ofDays(7);

  /** A client's clock is corrected when it is off by more than this. */
  public static final Duration SKEW = Duration.ofSeconds(2);

  private Limits() {}
}
