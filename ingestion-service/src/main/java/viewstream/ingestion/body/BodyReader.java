package viewstream.ingestion.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

  /** What a body says it will be over the wire, or else the most it may. */
  static long expectedBytes(HttpServletRequest request) {
    long said = request.getContentLengthLong();
    return said < 0 ? Limits.BODY_BYTES : Math.min(said, Limits.BODY_BYTES);
  }

  /**
   * Reads the whole body.
   *
   * @param admission is widened to what the body takes in memory
   * @throws RefusedException if it is too large, ends early, or is encoded in another way
   */
  static byte[] read(HttpServletRequest request, Admission admission) {
    boolean compressed = compressed(request.getHeader(HttpHeaders.CONTENT_ENCODING));
    if (request.getContentLengthLong() > Limits.BODY_BYTES) {
      throw tooLarge();
    }
    byte[] wire = wire(request);
    if (wire.length > Limits.BODY_BYTES) {
      throw tooLarge();
    }
    byte[] body = compressed ? inflate(wire) : wire;
    admission.resize(body.length);
    return body;
  }

  private static byte[] wire(HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(Limits.BODY_BYTES + 1);
    } catch (IOException cut) {
      throw new RefusedException(Refusal.MALFORMED_JSON, "The body ended early; send it again.");
    }
  }

  private static byte[] inflate(byte[] wire) {
    try (InputStream inflating = new GZIPInputStream(new ByteArrayInputStream(wire))) {
      byte[] body = inflating.readNBytes(Limits.INFLATED_BYTES + 1);
      if (body.length > Limits.INFLATED_BYTES) {
        throw tooLarge();
      }
      return body;
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

  private static RefusedException tooLarge() {
    return new RefusedException(
        Refusal.BODY_TOO_LARGE,
        "Send at most 1 MiB over the wire and 4 MiB decompressed: split the batch.");
  }
}
