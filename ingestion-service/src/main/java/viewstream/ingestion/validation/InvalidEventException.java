package viewstream.ingestion.validation;

import org.jspecify.annotations.Nullable;

/**
 * Ends the way of an event that must be rejected. Carries no stack trace: it is an outcome, not a
 * fault.
 */
public final class InvalidEventException extends RuntimeException {
  private final RejectReason reason;
  private final @Nullable String field;

  /**
   * @param field at fault, if it is one field's
   * @param message says how to mend it; never quotes what was sent, for that may be personal
   */
  public InvalidEventException(RejectReason reason, @Nullable String field, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.field = field;
  }

  static InvalidEventException invalidField(String field, String rule) {
    return new InvalidEventException(RejectReason.INVALID_FIELD, field, field + " must be " + rule);
  }

  static InvalidEventException missing(String field) {
    return new InvalidEventException(
        RejectReason.MISSING_FIELD, field, field + " is required on this event");
  }

  public RejectReason reason() {
    return reason;
  }

  public @Nullable String field() {
    return field;
  }

  /** How to mend it. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
