package viewstream.query.http;

/** A store did not answer; trying again later can help. Everything else a store throws is a bug. */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says which store, and why in {@code cause}. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
