package viewstream.flink.sink;

/** A store did not take a batch, and trying again may help. */
public final class RetryableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RetryableException(String message, Throwable cause) {
    super(message, cause);
  }

  public RetryableException(String message) {
    super(message);
  }
}
