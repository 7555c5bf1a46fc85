package viewstream.stack.clickhouse;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a client sent, told apart by how the engine must be given it. */
sealed interface Statement {

  /**
   * An insert whose rows follow the statement.
   *
   * @param sql the statement up to the word {@code FORMAT} or {@code VALUES}
   * @param format how the rows are written
   * @param rows the rows, still on their way
   */
  record Insert(byte[] sql, String format, InputStream rows) implements Statement {}

  /**
   * A query, whose result may be streamed.
   *
   * @param format the format its own text asks for, if it does
   */
  record Select(byte[] sql, @Nullable ResultFormat format) implements Statement {}

  /** Everything else: definitions, insert from select, settings. */
  record Command(byte[] sql) implements Statement {}
}
