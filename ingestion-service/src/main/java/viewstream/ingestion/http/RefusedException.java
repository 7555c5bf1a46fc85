package viewstream.ingestion.http;

/** Ends a request with a problem reply. Carries no stack trace: it is an answer, not a fault. */
public final class RefusedException extends RuntimeException {
  private final Refusal refusal;

  /**
   * @param refusal status and code
   * @param detail says to the caller how to mend the request; never quotes what was sent
   */
  public RefusedException(Refusal refusal, String detail) {
    super(detail, null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** What the caller should do. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
