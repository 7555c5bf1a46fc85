package viewstream.ingestion.validation;

/** Ids of videos, channels, views, sessions and users: {@code [A-Za-z0-9._~-]{1,128}}. */
public final class Ids {
  /** The rule in words. */
  public static final String RULE = "1 to 128 characters of A-Z, a-z, 0-9, '.', '_', '~' and '-'";

  private static final boolean[] ALLOWED = allowed();

  private Ids() {}

  /** Whether a text is an id. */
  public static boolean valid(String text) {
    if (text.isEmpty() || text.length() > Limits.ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ALLOWED.length || !ALLOWED[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] allowed() {
    var allowed = new boolean[128];
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-"
        .chars()
        .forEach(c -> allowed[c] = true);
    return allowed;
  }
}
