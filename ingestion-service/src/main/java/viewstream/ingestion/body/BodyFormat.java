package viewstream.ingestion.body;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

/** How a body is to be read. */
public enum BodyFormat {
  JSON,
  LINES;

  private static final MediaType LINES_TYPE = MediaType.parseMediaType("application/x-ndjson");

  /**
   * What the request says its body is: {@code application/json}, {@code text/plain} (JSON from
   * {@code sendBeacon}) or {@code application/x-ndjson}; JSON if it says nothing.
   *
   * @throws RefusedException if that is none of the accepted
   */
  static BodyFormat of(HttpServletRequest request, Set<BodyFormat> accepted) {
    BodyFormat format = of(request.getContentType());
    if (format == null || !accepted.contains(format)) {
      throw new RefusedException(
          Refusal.UNSUPPORTED_MEDIA_TYPE,
          accepted.contains(LINES)
              ? "Send UTF-8 with one of the content types " + accepted(accepted) + "."
              : "Send JSON in UTF-8 with the content type application/json or text/plain.");
    }
    return format;
  }

  private static @Nullable BodyFormat of(@Nullable String contentType) {
    if (contentType == null) {
      return JSON;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      if (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset())) {
        return null;
      }
      if (type.equalsTypeAndSubtype(LINES_TYPE)) {
        return LINES;
      }
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
              || type.equalsTypeAndSubtype(MediaType.TEXT_PLAIN)
          ? JSON
          : null;
    } catch (InvalidMediaTypeException unreadable) {
      return null;
    }
  }

  private static String accepted(Set<BodyFormat> accepted) {
    return accepted.contains(JSON)
        ? "application/json, text/plain or application/x-ndjson"
        : "application/x-ndjson";
  }
}
