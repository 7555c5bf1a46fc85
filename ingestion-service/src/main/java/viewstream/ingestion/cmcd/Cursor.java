package viewstream.ingestion.cmcd;

/** A place in a line, and the smallest things that can stand there. */
final class Cursor {
  static final char END = '\0';

  private final String line;
  private int position;

  /** Quotes that open from here on are never closed. */
  private boolean noQuoteCloses;

  Cursor(String line) {
    this.line = line;
  }

  boolean atEnd() {
    return position == line.length();
  }

  /** The character here; {@link #END} behind the last. */
  char peek() {
    return atEnd() ? END : line.charAt(position);
  }

  boolean next(char wanted) {
    return !atEnd() && peek() == wanted;
  }

  /** Steps over the character if it is there. */
  boolean take(char wanted) {
    boolean there = next(wanted);
    if (there) {
      position++;
    }
    return there;
  }

  /** Steps over the character here, which must not be the end. */
  char take() {
    return line.charAt(position++);
  }

  void skipSpaces() {
    while (next(' ')) {
      position++;
    }
  }

  void skipBlanks() {
    while (next(' ') || next('\t')) {
      position++;
    }
  }

  /** Goes behind the next comma that is not in quotes, or to the end. */
  void skipMember() {
    while (!atEnd() && !take(',')) {
      int closing = next('"') && !noQuoteCloses ? closingQuote() : -1;
      position = closing < 0 ? position + 1 : closing + 1;
    }
  }

  /** Where the quotes end that begin here; negative if they do not. */
  private int closingQuote() {
    for (int i = position + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\\') {
        i++;
      }
    }
    noQuoteCloses =
        true; // all that follow are escaped: looked for again and again, they would be dear
    return -1;
  }

  /** A key: lower-case letters, digits and a few signs, the first a letter or a star. */
  String key() throws MalformedException {
    int start = position;
    char first = peek();
    if (!lowerCase(first) && first != '*') {
      throw MalformedException.INSTANCE;
    }
    while (lowerCase(peek()) || digit(peek()) || "_-.*".indexOf(peek()) >= 0) {
      position++;
    }
    return line.substring(start, position);
  }

  static boolean lowerCase(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean letter(char c) {
    return lowerCase(c) || c >= 'A' && c <= 'Z';
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
