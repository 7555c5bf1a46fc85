package viewstream.ingestion.validation;

import java.util.Locale;

/** Why an event is rejected. The code is part of the API. */
public enum RejectReason {
  MALFORMED_JSON,
  NOT_AN_OBJECT,
  MISSING_FIELD,
  INVALID_FIELD,
  UNKNOWN_TYPE,
  TIMESTAMP_IN_FUTURE,
  TIMESTAMP_TOO_OLD,
  TOO_LARGE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code in replies, rejected-events records and metric labels. */
  public String code() {
    return code;
  }
}
