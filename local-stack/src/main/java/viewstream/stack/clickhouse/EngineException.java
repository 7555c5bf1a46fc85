package viewstream.stack.clickhouse;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine refused or failed a statement, with ClickHouse's own error code and message. */
final class EngineException extends Exception {

  static final int SYNTAX_ERROR = 62;
  static final int TOO_MANY_SIMULTANEOUS_QUERIES = 202;
  static final int QUERY_IS_TOO_LARGE = 223;
  static final int NOT_IMPLEMENTED = 48;
  private static final int CANNOT_READ_FROM_ISTREAM = 23;

  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN_EXCEPTION = 1002;
  private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\. DB::Exception: ");

  private final int code;

  private EngineException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** An error in the engine's own words. */
  static EngineException of(String message) {
    Matcher matcher = CODE.matcher(message);
    return matcher.find()
        ? new EngineException(
            Integer.parseInt(matcher.group(1)), message.substring(matcher.start()))
        : of(UNKNOWN_EXCEPTION, message, "UNKNOWN_EXCEPTION");
  }

  /** An error found before the engine was asked, in the engine's form. */
  static EngineException of(int code, String message, String name) {
    return new EngineException(
        code, "Code: %d. DB::Exception: %s (%s)".formatted(code, message, name));
  }

  /** A request that could not be read to its end: too long, or not compressed as it says. */
  static EngineException of(IOException unreadable) {
    return unreadable instanceof BoundedBody.TooLongException
        ? of(QUERY_IS_TOO_LARGE, unreadable.getMessage(), "QUERY_IS_TOO_LARGE")
        : of(
            CANNOT_READ_FROM_ISTREAM,
            "The request cannot be read: " + unreadable.getMessage(),
            "CANNOT_READ_FROM_ISTREAM");
  }

  /** ClickHouse's error code, for instance 60 for an unknown table. */
  int code() {
    return code;
  }
}
