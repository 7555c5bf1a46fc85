package viewstream.stack.clickhouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the contract needs of a driver; values come as {@link Values#canonical} makes them. */
interface Driver extends AutoCloseable {
  void execute(String sql) throws Exception;

  List<List<@Nullable Object>> query(String sql) throws Exception;

  /** Reads a result of one number per row and adds the numbers up, without holding the rows. */
  long sum(String sql) throws Exception;

  /** The server's error inside a driver's exception. */
  ServerError error(Throwable thrown);

  /** The only value of the only row. */
  default @Nullable Object value(String sql) throws Exception {
    return query(sql).getFirst().getFirst();
  }

  /**
   * @param code ClickHouse's error code; 0 when the failure was not told by the server
   */
  record ServerError(int code, String message) {}
}
