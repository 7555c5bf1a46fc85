package viewstream.ingestion.body;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

/** How a body is to be read. */
public enum BodyFormat {
  /** {@code sendBeacon} sends it as plain text. */
  JSON("application/json", "text/plain"),
  LINES("application/x-ndjson"),
  CMCD("application/cmcd", "text/cmcd");

  private final List<MediaType> types;

  BodyFormat(String... types) {
    this.types = Stream.of(types).map(MediaType::parseMediaType).toList();
  }

  /**
   * What the request says its body is; if it says nothing, JSON, or lines where those alone are
   * accepted.
   *
   * @throws RefusedException if that is none of the accepted
   */
  static BodyFormat of(HttpServletRequest request, Set<BodyFormat> accepted) {
    String said = request.getContentType();
    BodyFormat format = said == null ? Collections.min(accepted) : of(said);
    if (format == null || !accepted.contains(format)) {
      throw new RefusedException(
          Refusal.UNSUPPORTED_MEDIA_TYPE,
          accepted.stream()
              .flatMap(possible -> possible.types.stream())
              .map(MediaType::toString)
              .collect(Collectors.joining(" or ", "Send UTF-8 with the content type ", ".")));
    }
    return format;
  }

  private static @Nullable BodyFormat of(String contentType) {
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      if (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset())) {
        return null;
      }
      return Stream.of(values())
          .filter(format -> format.types.stream().anyMatch(type::equalsTypeAndSubtype))
          .findFirst()
          .orElse(null);
    } catch (InvalidMediaTypeException unreadable) {
      return null;
    }
  }
}
