package viewstream.ingestion.fast;

/**
 * Numbers that a {@code double} holds exactly before the point is set: digits alone, or a quotient
 * of two exact numbers, which the processor rounds as a parser would.
 */
final class Numbers {
  private static final double[] TENS = tens();

  private Numbers() {}

  /** A number of either kind. */
  static double read(byte[] body, int kind, int offset, int length) {
    return switch (kind) {
      case Kind.WHOLE -> whole(body, offset, length);
      case Kind.DECIMAL -> decimal(body, offset, length);
      default -> throw Unsure.of();
    };
  }

  /** Digits alone. */
  static long whole(byte[] body, int offset, int length) {
    if (length <= Long.BYTES && offset + Long.BYTES <= body.length) {
      return Eight.number(Eight.at(body, offset), length);
    }
    long number = 0;
    for (int i = offset; i < offset + length; i++) {
      number = number * 10 + body[i] - '0';
    }
    return number;
  }

  private static double decimal(byte[] body, int offset, int length) {
    long digits = 0;
    int end = offset + length;
    int point = end;
    for (int i = offset; i < end; i++) {
      if (body[i] == '.') {
        point = i;
      } else {
        digits = digits * 10 + body[i] - '0';
      }
    }
    return digits / TENS[end - point - 1];
  }

  private static double[] tens() {
    var tens = new double[16];
    tens[0] = 1;
    for (int i = 1; i < tens.length; i++) {
      tens[i] = tens[i - 1] * 10;
    }
    return tens;
  }
}
