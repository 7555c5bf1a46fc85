package viewstream.stack.clickhouse;

import org.jspecify.annotations.Nullable;

/**
 * Cuts ClickHouse SQL into tokens, just well enough to know words from quoted text and comments.
 *
 * <p>Works on any byte-per-character text, so that positions are byte positions.
 */
final class SqlTokens {

  /** What a token is; blanks and comments are none. */
  enum Kind {
    WORD,
    QUOTED,
    SYMBOL
  }

  /**
   * @param kind what it is
   * @param start position of its first byte
   * @param end position after its last byte
   * @param depth how many brackets are open around it
   */
  record Token(Kind kind, String text, int start, int end, int depth) {
    boolean is(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  private final String sql;
  private int position;
  private int depth;

  SqlTokens(String sql) {
    this.sql = sql;
  }

  /** The next token, or null at the end. */
  @Nullable Token next() {
    skipBlanksAndComments();
    if (position >= sql.length()) {
      return null;
    }
    int start = position;
    char first = sql.charAt(start);
    if (isWord(first)) {
      while (position < sql.length() && isWord(sql.charAt(position))) {
        position++;
      }
      return token(Kind.WORD, start);
    }
    if (first == '\'' || first == '"' || first == '`') {
      skipQuoted(first);
      return token(Kind.QUOTED, start);
    }
    if (first == ')' || first == ']' || first == '}') {
      depth--;
    }
    position++;
    Token symbol = token(Kind.SYMBOL, start);
    if (first == '(' || first == '[' || first == '{') {
      depth++;
    }
    return symbol;
  }

  private Token token(Kind kind, int start) {
    return new Token(kind, sql.substring(start, position), start, position, depth);
  }

  private void skipQuoted(char quote) {
    for (position++; position < sql.length(); position++) {
      char current = sql.charAt(position);
      if (current == '\\') {
        position++;
      } else if (current == quote) {
        if (!sql.startsWith(String.valueOf(quote), position + 1)) {
          position++;
          return;
        }
        position++;
      }
    }
    position = sql.length();
  }

  private void skipBlanksAndComments() {
    while (position < sql.length()) {
      if (sql.charAt(position) <= ' ') {
        position++;
      } else if (sql.startsWith("--", position) || sql.startsWith("# ", position)) {
        skipPast("\n");
      } else if (sql.startsWith("/*", position)) {
        skipPast("*/");
      } else {
        return;
      }
    }
  }

  private void skipPast(String end) {
    int found = sql.indexOf(end, position);
    position = found < 0 ? sql.length() : found + end.length();
  }

  private static boolean isWord(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
