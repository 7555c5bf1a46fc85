package viewstream.ingestion.fast;

import viewstream.ingestion.validation.Limits;
import viewstream.ingestion.validation.Utf8;

/**
 * Walks over JSON, stricter than any parser: {@link Unsure} is thrown at whatever is not plainly
 * valid. For one thread; used again and again.
 */
final class Scanner {
  private static final int EXACT_DIGITS = 15;

  private byte[] body = new byte[0];
  private int end;
  private int at;
  private int offset;
  private int length;
  private boolean doubt;

  /** Begins at a place of a body. */
  void begin(byte[] newBody, int from, int to) {
    body = newBody;
    at = from;
    end = to;
    doubt = false;
  }

  /** Where it is. */
  int at() {
    return at;
  }

  /** Where the text, or the whole of any other value, began that was read last. */
  int offset() {
    return offset;
  }

  /** The bytes of what was read last; of a text those between the quotes. */
  int length() {
    return length;
  }

  /** Whether there was anything odd since this was last asked. */
  boolean doubted() {
    boolean doubted = doubt;
    doubt = false;
    return doubted;
  }

  /** The next byte that is no blank; it is not taken. */
  byte peek() {
    if (at < end && body[at] > ' ') {
      return body[at];
    }
    return behindBlanks();
  }

  private byte behindBlanks() {
    while (at < end) {
      byte next = body[at];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next;
      }
      at++;
    }
    throw Unsure.of();
  }

  /** Takes a byte, which must be this one. */
  void take(char wanted) {
    if (!took(wanted)) {
      throw Unsure.of();
    }
  }

  /** Takes a byte if it is this one. */
  boolean took(char wanted) {
    boolean taken = peek() == wanted;
    if (taken) {
      at++;
    }
    return taken;
  }

  /** Nothing but blanks may be left. */
  void finish() {
    while (at < end) {
      byte next = body[at++];
      Sure.that(next == ' ' || next == '\n' || next == '\r' || next == '\t');
    }
  }

  /** Takes a name and its colon if they are this one and stand here, without blanks. */
  boolean took(FieldName name) {
    boolean taken = name.lies(body, at, end);
    if (taken) {
      at += name.length();
    }
    return taken;
  }

  /** Takes the name of a member and its colon. Nobody writes names with escapes. */
  void name() {
    if (peek() != '"' || text() != Kind.TEXT) {
      throw Unsure.of();
    }
    take(':');
  }

  /**
   * Takes a value.
   *
   * @param depth its level within an event, the event itself being the first
   * @return its {@link Kind}
   */
  int value(int depth) {
    byte first = peek();
    return first == '"' ? text() : bare(first, depth);
  }

  private int bare(byte first, int depth) {
    int from = at;
    int kind =
        switch (first) {
          case '{' -> object(depth);
          case '[' -> array(depth);
          case 't' -> literal("true", Kind.TRUE);
          case 'f' -> literal("false", Kind.FALSE);
          case 'n' -> literal("null", Kind.NULL);
          default -> number();
        };
    offset = from;
    length = at - from;
    return kind;
  }

  private int object(int depth) {
    Sure.that(depth <= Limits.NESTING);
    take('{');
    if (!took('}')) {
      do {
        name();
        value(depth + 1);
      } while (took(','));
      take('}');
    }
    return Kind.OBJECT;
  }

  private int array(int depth) {
    Sure.that(depth <= Limits.NESTING);
    take('[');
    if (!took(']')) {
      do {
        value(depth + 1);
      } while (took(','));
      take(']');
    }
    return Kind.ARRAY;
  }

  /** Takes a string. */
  private int text() {
    int from = at + 1;
    int to = plain(from);
    int kind = Kind.TEXT;
    if (to == end || body[to] != '"') {
      at = to;
      kind = strange();
      to = at;
    }
    offset = from;
    length = to - from;
    at = to + 1;
    return kind;
  }

  /** Goes on to the end of a text that is not plain. */
  private int strange() {
    int kind = Kind.TEXT;
    while (at < end && body[at] != '"') {
      if (body[at] == '\\') {
        kind = Kind.ODD;
        doubt = true;
        escape();
      } else {
        at = Utf8.next(body, at, end);
        Sure.that(at >= 0);
      }
      at = plain(at);
    }
    Sure.that(at < end);
    return kind;
  }

  /** Skips printable ASCII up to a quote, an escape or anything else. */
  private int plain(int from) {
    byte[] bytes = body;
    int to = end;
    int next = from;
    for (; next + Long.BYTES <= to; next += Long.BYTES) {
      long stops = Eight.notPlain(Eight.at(bytes, next));
      if (stops != 0) {
        return next + Eight.first(stops);
      }
    }
    while (next < to && bytes[next] >= ' ' && bytes[next] != '"' && bytes[next] != '\\') {
      next++;
    }
    return next;
  }

  private void escape() {
    Sure.that(at + 1 < end);
    switch (body[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at += 2;
      case 'u' -> {
        Sure.that(at + 6 <= end);
        for (int i = at + 2; i < at + 6; i++) {
          Sure.that(Hex.digit(body[i]) >= 0);
        }
        at += 6;
      }
      default -> throw Unsure.of();
    }
  }

  private int literal(String word, int kind) {
    Sure.that(at + word.length() <= end);
    for (int i = 0; i < word.length(); i++) {
      Sure.that(body[at + i] == word.charAt(i));
    }
    at += word.length();
    return kind;
  }

  private int number() {
    boolean negative = body[at] == '-';
    int from = negative ? at + 1 : at;
    int point = digits(from);
    int digits = point - from;
    Sure.that(digits == 1 || body[from] != '0');
    int next = point;
    if (next < end && body[next] == '.') {
      next = digits(point + 1);
      digits += next - point - 1;
    }
    boolean whole = next == point;
    boolean exponent = next < end && (body[next] | 0x20) == 'e';
    if (exponent) {
      next++;
      if (next < end && (body[next] == '+' || body[next] == '-')) {
        next++;
      }
      next = digits(next);
    }
    at = next;
    if (negative || exponent || digits > EXACT_DIGITS) {
      doubt = true;
      return Kind.ODD;
    }
    return whole ? Kind.WHOLE : Kind.DECIMAL;
  }

  /** Where the digits end that begin there; there must be one. */
  private int digits(int from) {
    int to = digitsEnd(from);
    Sure.that(to > from);
    return to;
  }

  private int digitsEnd(int from) {
    byte[] bytes = body;
    int to = end;
    int next = from;
    for (; next + Long.BYTES <= to; next += Long.BYTES) {
      long stops = Eight.notDigits(Eight.at(bytes, next));
      if (stops != 0) {
        return next + Eight.first(stops);
      }
    }
    while (next < to && bytes[next] >= '0' && bytes[next] <= '9') {
      next++;
    }
    return next;
  }
}
