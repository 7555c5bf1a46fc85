package viewstream.ingestion.publish;

import org.jspecify.annotations.Nullable;

/** Records are neither in Kafka nor in the spool. */
public final class PublishException extends RuntimeException {
  private final boolean retryable;

  PublishException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  PublishException(String message) {
    this(message, true, null);
  }

  /** Whether the same records may go through in a moment. */
  public boolean retryable() {
    return retryable;
  }
}
