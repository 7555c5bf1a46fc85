package viewstream.stack.clickhouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import viewstream.stack.clickhouse.SqlTokens.Kind;
import viewstream.stack.clickhouse.SqlTokens.Token;

/** Reads a statement and leaves the rows of an insert unread. */
final class StatementReader {

  /** The word before an insert's rows must come within this; the engine's own limit is the same. */
  private static final int HEAD_BYTES = 256 * 1024;

  private final int maxStatementBytes;

  /**
   * @param maxStatementBytes the longest statement, rows of an insert not counted
   */
  StatementReader(int maxStatementBytes) {
    this.maxStatementBytes = maxStatementBytes;
  }

  Statement read(InputStream in) throws IOException, EngineException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    SqlTokens tokens = new SqlTokens(new String(head, ISO_8859_1));
    Token first = tokens.next();
    if (first == null) {
      throw EngineException.of(EngineException.SYNTAX_ERROR, "Empty query", "SYNTAX_ERROR");
    }
    if (first.is("INSERT")) {
      Statement insert = insert(head, tokens, in);
      if (insert != null) {
        return insert;
      }
    }
    byte[] sql = head.length < HEAD_BYTES ? head : whole(head, in);
    boolean select = first.is("SELECT") || first.is("WITH") || first.text().equals("(");
    return select ? new Statement.Select(sql, lastFormat(sql)) : new Statement.Command(sql);
  }

  /** Null when no rows follow in the request: {@code INSERT … SELECT}. */
  private static @Nullable Statement insert(byte[] head, SqlTokens tokens, InputStream rest) {
    Token token = tokens.next();
    while (token != null && (token.is("INTO") || token.is("TABLE"))) {
      token = tokens.next();
    }
    // The table's name, whatever it is.
    token = tokens.next();
    for (; token != null; token = tokens.next()) {
      if (token.depth() > 0) {
        continue;
      }
      if (token.is("VALUES")) {
        return insert(head, token, "Values", token.end(), rest);
      }
      if (token.is("FORMAT")) {
        Token name = tokens.next();
        return name == null
            ? null
            : insert(head, token, name.text(), startOfRows(head, name.end()), rest);
      }
      if (token.is("SELECT") || token.is("WITH") || token.is("FROM")) {
        return null;
      }
    }
    return null;
  }

  private static Statement insert(
      byte[] head, Token keyword, String format, int rows, InputStream rest) {
    return new Statement.Insert(
        Arrays.copyOf(head, keyword.start()),
        format,
        new SequenceInputStream(new ByteArrayInputStream(head, rows, head.length - rows), rest));
  }

  /** Blanks after the format's name and one line end are not part of the rows. */
  private static int startOfRows(byte[] head, int position) {
    int at = position;
    while (at < head.length && (head[at] == ' ' || head[at] == '\t' || head[at] == '\f')) {
      at++;
    }
    if (at < head.length && head[at] == '\r') {
      at++;
    }
    if (at < head.length && head[at] == '\n') {
      at++;
    }
    return at;
  }

  private byte[] whole(byte[] head, InputStream rest) throws IOException, EngineException {
    byte[] tail = rest.readNBytes(maxStatementBytes - head.length + 1);
    if (head.length + tail.length > maxStatementBytes) {
      throw EngineException.of(
          EngineException.QUERY_IS_TOO_LARGE,
          "The statement is longer than %d bytes".formatted(maxStatementBytes),
          "QUERY_IS_TOO_LARGE");
    }
    byte[] sql = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, sql, head.length, tail.length);
    return sql;
  }

  /** The format named at the end of a query, where alone it counts. */
  private static @Nullable ResultFormat lastFormat(byte[] sql) {
    SqlTokens tokens = new SqlTokens(new String(sql, ISO_8859_1));
    ResultFormat format = null;
    for (Token token = tokens.next(); token != null; token = tokens.next()) {
      if (token.depth() == 0 && token.is("FORMAT")) {
        Token name = tokens.next();
        format = name != null && name.kind() == Kind.WORD ? new ResultFormat(name.text()) : null;
      }
    }
    return format;
  }
}
