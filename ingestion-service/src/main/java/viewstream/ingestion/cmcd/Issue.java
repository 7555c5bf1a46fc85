package viewstream.ingestion.cmcd;

import java.util.Locale;

/** What may be wrong with a report. The code is part of the API and a metric label. */
enum Issue {
  /** A key or its value breaks the syntax; it was left out. */
  MALFORMED,
  /** A key stands twice; the last value holds. */
  DUPLICATE_KEY,
  /** A value of another type than the standard says, and of no clear meaning; it was left out. */
  WRONG_TYPE,
  /** A value of another type than the standard says, whose meaning is clear; it was taken. */
  LOOSE_TYPE,
  /** A number beyond what the standard's types hold; it was left out. */
  OUT_OF_RANGE,
  /** A word that the standard does not have; it was kept as it is. */
  UNKNOWN_VALUE,
  /** A key that the standard does not have and that has no prefix; it was left out. */
  UNKNOWN_KEY,
  /** A key that has no place in such a report; it was left out. */
  MISPLACED_KEY,
  /** A key that must be in such a report is not. */
  MISSING_KEY,
  /** A text that is longer than the standard allows, or a text or a list than is kept. */
  TOO_LONG,
  /** More keys of the customer's own than are kept. */
  TOO_MANY_CUSTOM_KEYS,
  /** An event that the standard does not have; the report is used if it tells a state. */
  UNKNOWN_EVENT,
  /** Another version than 2; the report was read as version 2 all the same. */
  VERSION,
  /** {@code ts} in seconds. */
  TIME_IN_SECONDS,
  /** The report was rejected. */
  REJECTED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code. */
  String code() {
    return code;
  }
}
