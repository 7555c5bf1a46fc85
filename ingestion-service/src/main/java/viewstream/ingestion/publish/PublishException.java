package viewstream.ingestion.publish;

/** Kafka did not take all records. */
public final class PublishException extends RuntimeException {
  private final boolean retryable;

  PublishException(String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  PublishException(String message) {
    super(message);
    this.retryable = true;
  }

  /** Whether the same records may go through in a moment. */
  public boolean retryable() {
    return retryable;
  }
}
