package viewstream.flink.clickhouse;

import java.net.http.HttpResponse;
import java.util.Set;
import viewstream.flink.sink.RetryableException;

/**
 * Tells errors that are bugs, which repeating cannot mend, from all others. Whatever is not known
 * to be a bug is tried again, for no event may be given up.
 */
final class ClickHouseErrors {
  /** Codes as ClickHouse numbers them in ErrorCodes.cpp. */
  private static final Set<Integer> BUGS =
      Set.of(
          6, // CANNOT_PARSE_TEXT
          16, // NO_SUCH_COLUMN_IN_TABLE
          20, // NUMBER_OF_COLUMNS_DOESNT_MATCH
          27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
          33, // CANNOT_READ_ALL_DATA
          43, // ILLEGAL_TYPE_OF_ARGUMENT
          47, // UNKNOWN_IDENTIFIER
          50, // UNKNOWN_TYPE
          53, // TYPE_MISMATCH
          60, // UNKNOWN_TABLE
          62, // SYNTAX_ERROR
          73, // UNKNOWN_FORMAT
          81, // UNKNOWN_DATABASE
          115, // UNKNOWN_SETTING
          117, // INCORRECT_DATA
          131, // TOO_LARGE_STRING_SIZE
          497, // ACCESS_DENIED
          516 // AUTHENTICATION_FAILED
          );

  private static final int LONGEST_DETAIL = 500;

  private ClickHouseErrors() {}

  static RuntimeException classify(HttpResponse<String> reply) {
    String detail =
        reply.body().length() > LONGEST_DETAIL
            ? reply.body().substring(0, LONGEST_DETAIL)
            : reply.body();
    String message = "ClickHouse answered " + reply.statusCode() + ": " + detail.strip();
    int code =
        reply.headers().firstValue("X-ClickHouse-Exception-Code").map(Integer::parseInt).orElse(0);
    return BUGS.contains(code)
        ? new IllegalStateException(message)
        : new RetryableException(message);
  }
}
