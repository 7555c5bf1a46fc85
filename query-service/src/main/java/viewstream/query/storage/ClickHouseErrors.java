package viewstream.query.storage;

import java.sql.SQLException;
import java.util.Set;
import viewstream.query.http.UnavailableException;

/** Tells a statement that is wrong, which is a bug, from a server that cannot answer now. */
final class ClickHouseErrors {
  /** ClickHouse error codes of statements that will never work. */
  private static final Set<Integer> WRONG_STATEMENTS =
      Set.of(
          6, // CANNOT_PARSE_TEXT
          42, // NUMBER_OF_ARGUMENTS_DOESNT_MATCH
          43, // ILLEGAL_TYPE_OF_ARGUMENT
          46, // UNKNOWN_FUNCTION
          47, // UNKNOWN_IDENTIFIER
          53, // TYPE_MISMATCH
          62, // SYNTAX_ERROR
          179, // MULTIPLE_EXPRESSIONS_FOR_ALIAS
          184, // ILLEGAL_AGGREGATION
          207, // AMBIGUOUS_IDENTIFIER
          386); // NO_COMMON_TYPE

  private ClickHouseErrors() {}

  static RuntimeException classified(Sql sql, SQLException failure) {
    String what = "query '" + sql.name() + "': " + failure.getMessage();
    return WRONG_STATEMENTS.contains(failure.getErrorCode())
        ? new IllegalStateException(what, failure)
        : new UnavailableException(what, failure);
  }
}
