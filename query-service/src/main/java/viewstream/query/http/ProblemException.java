package viewstream.query.http;

/** Ends a request with a problem reply. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  /**
   * @param code what kind of problem
   * @param detail what is wrong and how to put it right, for the caller to read
   */
  public ProblemException(ErrorCode code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  /** A parameter that cannot be understood. */
  public static ProblemException invalidParameter(String name, String rule) {
    return new ProblemException(ErrorCode.INVALID_PARAMETER, name + " " + rule);
  }

  /** Parameters that are fine by themselves but have no answer together. */
  public static ProblemException unsupportedQuery(String detail) {
    return new ProblemException(ErrorCode.UNSUPPORTED_QUERY, detail);
  }

  /** A video that is not there, or not the reader's: both sound the same. */
  public static ProblemException videoNotFound(String videoId) {
    return new ProblemException(
        ErrorCode.NOT_FOUND,
        "there is no video '" + videoId + "' in the channels that this token may see");
  }

  /** A channel that is not there, or not the reader's: both sound the same. */
  public static ProblemException channelNotFound(String channelId) {
    return new ProblemException(
        ErrorCode.NOT_FOUND, "there is no channel '" + channelId + "' that this token may see");
  }

  /** What kind of problem this is. */
  public ErrorCode code() {
    return code;
  }

  /** What is wrong and how to put it right. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
