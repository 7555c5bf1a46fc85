package viewstream.ingestion.fire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A request that nobody means well with.
 *
 * @param name of it in the table
 * @param headers beside the usual ones
 * @param body as it goes over the wire
 * @param status that it must get
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Abuse(String name, String headers, byte[] body, int status) {
  private static final int MIB = 1 << 20;

  static List<Abuse> all() {
    return List.of(
        json("an event, for comparison", batch(event("\"session_id\":\"s\"")), 200),
        gzip("gzip bomb, 1 GiB in 1 MiB", new byte[0], 1 << 30, 413),
        gzip(
            "gzip, 4 MiB of brackets",
            "[".repeat(4 * MIB).getBytes(StandardCharsets.UTF_8),
            0,
            400),
        new Abuse("gzip that is none", "Content-Encoding: gzip\r\n", new byte[MIB - 1], 400),
        json("1 MiB of open brackets", "[".repeat(MIB), 400),
        json("objects 10 000 deep", batch(event("\"props\":" + nested(10_000))), 200),
        json(
            "a number of 500 000 digits",
            batch(event("\"position_ms\":" + "9".repeat(500_000))),
            200),
        json("1e999", batch(event("\"position_ms\":1e999")), 200),
        json("1e-999999999", batch(event("\"position_ms\":1e-999999999")), 200),
        json("a string of 1 MB", batch(event("\"title\":\"" + "x".repeat(1_000_000) + "\"")), 200),
        json("a name of 1 MB", batch(event("\"" + "n".repeat(1_000_000) + "\":1")), 200),
        json("100 000 fields", batch(event(fields(100_000))), 200),
        json("the same key 10 000 times", batch(event(same(10_000))), 200),
        new Abuse("invalid UTF-8", "", invalid(), 400),
        new Abuse("1 MiB of zeros", "", new byte[MIB], 400),
        json("500 empty objects", batch(repeated("{}", 500)), 200),
        json("501 events", batch(repeated("{}", 501)), 413),
        json("350 000 empty objects", batch(repeated("{}", 349_000)), 413),
        json("1 MiB and a byte", " ".repeat(MIB + 1), 413),
        new Abuse(
            "a header of 100 kB", "X-Long: " + "h".repeat(100_000) + "\r\n", new byte[0], 400));
  }

  private static Abuse json(String name, String body, int status) {
    return new Abuse(name, "", body.getBytes(StandardCharsets.UTF_8), status);
  }

  private static Abuse gzip(String name, byte[] body, int zeros, int status) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(body);
      byte[] block = new byte[MIB];
      for (int written = 0; written < zeros; written += MIB) {
        out.write(block);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Abuse(name, "Content-Encoding: gzip\r\n", packed.toByteArray(), status);
  }

  private static String batch(String events) {
    return "[" + events + "]";
  }

  private static String event(String more) {
    return "{\"type\":\"play\",\"video_id\":\"abuse\",\"timestamp\":%d,%s}"
        .formatted(System.currentTimeMillis(), more);
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static String fields(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + i + "\":1")
        .collect(Collectors.joining(","));
  }

  private static String same(int count) {
    return repeated("\"session_id\":\"s\"", count);
  }

  private static String repeated(String text, int count) {
    return String.join(",", java.util.Collections.nCopies(count, text));
  }

  private static byte[] invalid() {
    byte[] body = batch(event("\"title\":\"????\"")).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < body.length; i++) {
      if (body[i] == '?') {
        body[i] = (byte) 0xfe;
      }
    }
    return body;
  }
}
