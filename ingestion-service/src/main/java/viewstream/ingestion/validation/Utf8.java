package viewstream.ingestion.validation;

/**
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing beyond U+10FFFF. JSON parsers
 * are laxer, and what they make of the rest may depend on what they have seen before.
 */
public final class Utf8 {
  private Utf8() {}

  /** Whether these bytes are UTF-8. */
  public static boolean valid(byte[] bytes, int from, int to) {
    int at = from;
    while (at >= 0 && at < to) {
      at = bytes[at] >= 0 ? at + 1 : next(bytes, at, to);
    }
    return at >= 0;
  }

  /** Where the character ends that begins there and is not ASCII; negative if it is none. */
  public static int next(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    if (first >= 0xc2 && first <= 0xdf) {
      return rest(bytes, at, end, 1, 0x80, 0xbf);
    }
    if (first >= 0xe0 && first <= 0xef) {
      return rest(bytes, at, end, 2, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
    }
    if (first >= 0xf0 && first <= 0xf4) {
      return rest(bytes, at, end, 3, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
    }
    return -1;
  }

  /** Overlong forms, surrogates and what lies beyond show in the second byte. */
  private static int rest(byte[] bytes, int at, int end, int more, int lowest, int highest) {
    int next = at + more + 1;
    if (next > end) {
      return -1;
    }
    int second = bytes[at + 1] & 0xff;
    boolean valid = second >= lowest && second <= highest;
    for (int i = at + 2; i < next; i++) {
      valid &= (bytes[i] & 0xc0) == 0x80;
    }
    return valid ? next : -1;
  }
}
