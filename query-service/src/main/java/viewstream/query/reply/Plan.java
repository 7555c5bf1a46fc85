package viewstream.query.reply;

import java.util.List;

/**
 * How an answer was read.
 *
 * @param tables the ClickHouse tables, in the order of the statement
 * @param sql the statement, its parameters as question marks
 */
public record Plan(List<String> tables, String sql) {
  public Plan {
    tables = List.copyOf(tables);
  }
}
