package viewstream.query.http;

import java.util.regex.Pattern;

/** Ids as the catalogue allows them. */
public final class Id {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  private Id() {}

  /**
   * The id of a video, if it can be one.
   *
   * @throws ProblemException {@code invalid_parameter} if it cannot
   */
  public static String video(String id) {
    return checked("video id", id);
  }

  /**
   * The id of a channel, if it can be one.
   *
   * @throws ProblemException {@code invalid_parameter} if it cannot
   */
  public static String channel(String id) {
    return checked("channel id", id);
  }

  private static String checked(String name, String id) {
    if (!ALLOWED.matcher(id).matches()) {
      throw ProblemException.invalidParameter(name, "must match " + ALLOWED.pattern());
    }
    return id;
  }
}
