package viewstream.ingestion.fast;

/** Hexadecimal digits as bytes. */
final class Hex {
  private static final byte[] VALUES = values();

  private Hex() {}

  /** The value of a digit of either case; negative if it is none. */
  static int digit(byte digit) {
    return digit < 0 ? -1 : VALUES[digit];
  }

  private static byte[] values() {
    var values = new byte[128];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Character.digit(i, 16);
    }
    return values;
  }
}
