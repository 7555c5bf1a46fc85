package viewstream.ingestion.fast;

/** What a value of JSON looks like. As numbers, for they are packed with where the value lies. */
final class Kind {
  /** A string without escapes, valid UTF-8. */
  static final int TEXT = 1;

  static final int TRUE = 2;
  static final int FALSE = 3;

  /** Digits alone, no more than a {@code double} holds exactly. */
  static final int WHOLE = 4;

  /** Digits, a point, digits; together no more than a {@code double} holds exactly. */
  static final int DECIMAL = 5;

  static final int OBJECT = 6;
  static final int ARRAY = 7;
  static final int NULL = 8;

  /** A string with escapes, or a number that is none of the above: it makes its event doubtful. */
  static final int ODD = 9;

  private Kind() {}
}
