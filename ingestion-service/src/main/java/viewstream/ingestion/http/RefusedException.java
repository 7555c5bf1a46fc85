package viewstream.ingestion.http;

import java.time.Duration;

/** Ends a request with a problem reply. Carries no stack trace: it is an answer, not a fault. */
public final class RefusedException extends RuntimeException {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Refusal refusal;
  private final Duration retryAfter;

  /**
   * @param refusal status and code
   * @param detail says to the caller how to mend the request; never quotes what was sent
   */
  public RefusedException(Refusal refusal, String detail) {
    this(refusal, detail, MOMENT);
  }

  /**
   * @param retryAfter when the same may succeed, if it may at all
   */
  public RefusedException(Refusal refusal, String detail, Duration retryAfter) {
    super(detail, null, false, false);
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** When the same may succeed, if the refusal is temporary. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** What the caller should do. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
