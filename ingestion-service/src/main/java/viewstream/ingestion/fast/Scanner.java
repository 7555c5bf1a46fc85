package viewstream.ingestion.fast;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import viewstream.ingestion.validation.Limits;
import viewstream.ingestion.validation.Utf8;

/**
 * Walks over JSON, stricter than any parser: {@link Unsure} is thrown at whatever is not plainly
 * valid. For one thread; used again and again.
 */
final class Scanner {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
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
    Unsure.unless(peek() == wanted);
    at++;
  }

  /** Takes a byte if it is this one. */
  boolean took(char wanted) {
    if (peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** Nothing but blanks may be left. */
  void finish() {
    while (at < end) {
      byte next = body[at++];
      Unsure.unless(next == ' ' || next == '\n' || next == '\r' || next == '\t');
    }
  }

  /** Takes the name of a member and its colon. Nobody writes names with escapes. */
  void name() {
    take('"');
    Unsure.unless(text() == Kind.TEXT);
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
    int from = at;
    int kind =
        switch (first) {
          case '"' -> {
            at++;
            yield text();
          }
          case '{' -> object(depth);
          case '[' -> array(depth);
          case 't' -> literal("true", Kind.TRUE);
          case 'f' -> literal("false", Kind.FALSE);
          case 'n' -> literal("null", Kind.NULL);
          default -> number();
        };
    if (first != '"') {
      offset = from;
      length = at - from;
    }
    doubt |= kind == Kind.ODD;
    return kind;
  }

  private int object(int depth) {
    Unsure.unless(depth <= Limits.NESTING);
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
    Unsure.unless(depth <= Limits.NESTING);
    take('[');
    if (!took(']')) {
      do {
        value(depth + 1);
      } while (took(','));
      take(']');
    }
    return Kind.ARRAY;
  }

  /** Takes a string whose opening quote has been taken. */
  private int text() {
    offset = at;
    int kind = Kind.TEXT;
    while (true) {
      at = plain(at);
      Unsure.unless(at < end);
      byte stop = body[at];
      if (stop == '"') {
        length = at++ - offset;
        return kind;
      }
      if (stop == '\\') {
        kind = Kind.ODD;
        escape();
      } else {
        at = Utf8.next(body, at, end);
        Unsure.unless(at >= 0);
      }
    }
  }

  /** Skips printable ASCII, eight bytes at a time, up to a quote, an escape or anything else. */
  private int plain(int from) {
    int next = from;
    while (next + Long.BYTES <= end) {
      long eight = (long) LONGS.get(body, next);
      long quotes = eight ^ ONES * '"';
      long slashes = eight ^ ONES * '\\';
      long stops =
          (quotes - ONES & ~quotes | slashes - ONES & ~slashes | eight - ONES * ' ' | eight)
              & HIGHS;
      if (stops != 0) {
        return next + (Long.numberOfTrailingZeros(stops) >>> 3);
      }
      next += Long.BYTES;
    }
    while (next < end && body[next] >= ' ' && body[next] != '"' && body[next] != '\\') {
      next++;
    }
    return next;
  }

  private void escape() {
    Unsure.unless(at + 1 < end);
    switch (body[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at += 2;
      case 'u' -> {
        Unsure.unless(at + 6 <= end);
        for (int i = at + 2; i < at + 6; i++) {
          Unsure.unless(Hex.digit(body[i]) >= 0);
        }
        at += 6;
      }
      default -> throw Unsure.of();
    }
  }

  private int literal(String word, int kind) {
    Unsure.unless(at + word.length() <= end);
    for (int i = 0; i < word.length(); i++) {
      Unsure.unless(body[at + i] == word.charAt(i));
    }
    at += word.length();
    return kind;
  }

  private int number() {
    boolean negative = body[at] == '-';
    if (negative) {
      at++;
    }
    boolean zero = at < end && body[at] == '0';
    int whole = digits();
    Unsure.unless(!zero || whole == 1);
    int fraction = 0;
    if (at < end && body[at] == '.') {
      at++;
      fraction = digits();
    }
    boolean exponent = at < end && (body[at] | 0x20) == 'e';
    if (exponent) {
      at++;
      if (at < end && (body[at] == '+' || body[at] == '-')) {
        at++;
      }
      digits();
    }
    if (negative || exponent || whole + fraction > EXACT_DIGITS) {
      return Kind.ODD;
    }
    return fraction == 0 ? Kind.WHOLE : Kind.DECIMAL;
  }

  private int digits() {
    int from = at;
    while (at < end && body[at] >= '0' && body[at] <= '9') {
      at++;
    }
    Unsure.unless(at > from);
    return at - from;
  }
}
