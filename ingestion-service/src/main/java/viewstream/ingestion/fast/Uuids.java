package viewstream.ingestion.fast;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** UUIDs in their text form: 36 characters, lower case. */
final class Uuids {
  static final int LENGTH = 36;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Uuids() {}

  /** Copies one out of a body, in lower case; unsure if none is there. */
  static void copy(byte[] body, int offset, byte[] into) {
    for (int i = 0; i < LENGTH; i++) {
      byte next = body[offset + i];
      if (hyphen(i)) {
        Sure.that(next == '-');
        into[i] = next;
      } else {
        int digit = Hex.digit(next);
        Sure.that(digit >= 0);
        into[i] = DIGITS[digit];
      }
    }
  }

  /** Writes the first bytes of a hash as one. */
  static void write(byte[] hash, int bytes, byte[] into) {
    int at = 0;
    for (int i = 0; i < bytes; i++) {
      if (hyphen(at)) {
        into[at++] = '-';
      }
      into[at++] = DIGITS[hash[i] >> 4 & 0xf];
      into[at++] = DIGITS[hash[i] & 0xf];
    }
  }

  /** Makes an object of one. */
  static UUID read(byte[] text) {
    return UUID.fromString(new String(text, StandardCharsets.US_ASCII));
  }

  private static boolean hyphen(int index) {
    return index == 8 || index == 13 || index == 18 || index == 23;
  }
}
