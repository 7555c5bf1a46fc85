package viewstream.ingestion.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.validation.Limits;

/** Reads bodies, plain or gzip, never further than the limits. */
final class BodyReader {
  private BodyReader() {}

  /**
   * Reads the whole body.
   *
   * @param into is widened to what the body takes in memory
   * @throws RefusedException if it is too large, ends early, takes too long, or is encoded in
   *     another way
   */
  static byte[] read(HttpServletRequest request, BodyBytes into) {
    boolean compressed = compressed(request.getHeader(HttpHeaders.CONTENT_ENCODING));
    long said = request.getContentLengthLong();
    if (said > Limits.BODY_BYTES) {
      throw BodyBytes.tooLarge();
    }
    byte[] wire = wire(request, said < 0 ? Limits.BODY_BYTES : (int) said, into);
    return compressed ? inflate(wire, into) : wire;
  }

  private static byte[] wire(HttpServletRequest request, int expected, BodyBytes into) {
    try {
      return into.read(request.getInputStream(), expected, Limits.BODY_BYTES);
    } catch (IOException cut) {
      throw cut.getCause() instanceof SocketTimeoutException
          ? new RefusedException(Refusal.BODY_TIMEOUT, "The body stopped arriving; send it again.")
          : new RefusedException(Refusal.MALFORMED_JSON, "The body ended early; send it again.");
    }
  }

  private static byte[] inflate(byte[] wire, BodyBytes into) {
    try (InputStream inflating = new GZIPInputStream(new ByteArrayInputStream(wire))) {
      return into.read(inflating, 2 * wire.length, Limits.INFLATED_BYTES);
    } catch (IOException broken) {
      throw new RefusedException(
          Refusal.MALFORMED_JSON, "The body is not gzip although Content-Encoding says so.");
    }
  }

  private static boolean compressed(@Nullable String encoding) {
    if (encoding == null) {
      return false;
    }
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> true;
      case "", "identity" -> false;
      default ->
          throw new RefusedException(
              Refusal.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is or with gzip.");
    };
  }
}
