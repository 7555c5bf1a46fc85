package viewstream.ingestion.fast;

import viewstream.ingestion.validation.Limits;

/** The rule of {@link viewstream.ingestion.validation.Ids} for bytes. */
final class Ids {
  private static final boolean[] ALLOWED = allowed();

  private Ids() {}

  static boolean valid(byte[] body, int offset, int length) {
    if (length < 1 || length > Limits.ID_LENGTH) {
      return false;
    }
    for (int i = offset; i < offset + length; i++) {
      if (!ALLOWED[body[i] & 0xff]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] allowed() {
    var allowed = new boolean[256];
    for (int i = 0; i < 128; i++) {
      allowed[i] = viewstream.ingestion.validation.Ids.valid(Character.toString(i));
    }
    return allowed;
  }
}
