package viewstream.ingestion.cmcd;

/** Reads values that are not lists. */
final class BareItems {
  /** Of a token, beside letters and digits: those of RFC 9110, and colon and slash. */
  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~:/";

  private static final int LONGEST_NUMBER = 40;

  private final Cursor at;

  BareItems(Cursor at) {
    this.at = at;
  }

  Value read() throws MalformedException {
    char first = at.peek();
    if (first == '-' || Cursor.digit(first)) {
      return number();
    }
    if (first == '*' || Cursor.letter(first)) {
      return token();
    }
    return switch (first) {
      case '"' -> text();
      case '?' -> flag();
      case ':' -> bytes();
      case '@' -> date();
      case '%' -> displayString();
      default -> throw MalformedException.INSTANCE;
    };
  }

  private Value number() throws MalformedException {
    var digits = new StringBuilder();
    boolean fraction = false;
    if (at.take('-')) {
      digits.append('-');
    }
    if (!Cursor.digit(at.peek())) {
      throw MalformedException.INSTANCE;
    }
    while (Cursor.digit(at.peek()) || (at.next('.') && !fraction)) {
      fraction |= at.next('.');
      digits.append(at.take());
    }
    if (digits.charAt(digits.length() - 1) == '.' || digits.length() > LONGEST_NUMBER) {
      throw MalformedException.INSTANCE;
    }
    try {
      return fraction
          ? new Value.Fraction(Double.parseDouble(digits.toString()))
          : new Value.Whole(Long.parseLong(digits.toString()));
    } catch (NumberFormatException tooLarge) {
      throw MalformedException.INSTANCE;
    }
  }

  private Value token() {
    var word = new StringBuilder();
    while (Cursor.letter(at.peek())
        || Cursor.digit(at.peek())
        || TOKEN_SIGNS.indexOf(at.peek()) >= 0) {
      word.append(at.take());
    }
    return new Value.Token(word.toString());
  }

  /** Goes to the closing quote even if what stands between is not allowed there. */
  private Value text() throws MalformedException {
    return new Value.Text(quoted());
  }

  private String quoted() throws MalformedException {
    at.take();
    var text = new StringBuilder();
    boolean allowed = true;
    while (!at.next('"')) {
      if (at.atEnd()) {
        throw MalformedException.INSTANCE;
      }
      char c = at.take();
      if (c == '\\') {
        if (!at.next('"') && !at.next('\\')) {
          allowed = false;
          continue;
        }
        c = at.take();
      }
      allowed &= !Character.isISOControl(c) && c != '\uFFFD';
      text.append(c);
    }
    at.take();
    if (!allowed) {
      throw MalformedException.INSTANCE;
    }
    return text.toString();
  }

  private Value flag() throws MalformedException {
    at.take();
    if (at.take('1')) {
      return new Value.Flag(true);
    }
    if (at.take('0')) {
      return new Value.Flag(false);
    }
    throw MalformedException.INSTANCE;
  }

  private Value bytes() throws MalformedException {
    at.take();
    var base64 = new StringBuilder();
    while (!at.take(':')) {
      char c = at.peek();
      if (!Cursor.letter(c) && !Cursor.digit(c) && (c == Cursor.END || "+/=".indexOf(c) < 0)) {
        throw MalformedException.INSTANCE;
      }
      base64.append(at.take());
    }
    return new Value.Other(base64.toString());
  }

  private Value date() throws MalformedException {
    at.take();
    if (number() instanceof Value.Whole seconds) {
      return new Value.Other(Long.toString(seconds.number()));
    }
    throw MalformedException.INSTANCE;
  }

  private Value displayString() throws MalformedException {
    at.take();
    if (!at.next('"')) {
      throw MalformedException.INSTANCE;
    }
    return new Value.Other(quoted());
  }
}
