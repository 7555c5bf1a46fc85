package viewstream.query.video;

import java.util.regex.Pattern;
import viewstream.query.http.ProblemException;

/** Ids as the catalogue allows them. */
public final class VideoId {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  private VideoId() {}

  /**
   * The id, if it can be one.
   *
   * @throws ProblemException {@code invalid_parameter} if it cannot
   */
  public static String checked(String id) {
    if (!ALLOWED.matcher(id).matches()) {
      throw ProblemException.invalidParameter("video id", "must match " + ALLOWED.pattern());
    }
    return id;
  }
}
