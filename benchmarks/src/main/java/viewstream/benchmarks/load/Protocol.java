package viewstream.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How to tell where a reply ends, and little more: a load generator should not be busy reading. */
enum Protocol {
  HTTP {
    @Override
    Reply read(BufferedInputStream in) throws IOException {
      String status = line(in);
      boolean last = false;
      boolean chunked = false;
      int length = 0;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring("content-length:".length()).strip());
        }
        last |= lower.equals("connection: close");
        chunked |= lower.equals("transfer-encoding: chunked");
      }
      if (chunked) {
        skipChunks(in);
      } else {
        in.skipNBytes(length);
      }
      return new Reply(status.startsWith(" 2", "HTTP/1.1".length()), last);
    }
  },

  /** Redis; of its replies those to GET. */
  RESP {
    @Override
    Reply read(BufferedInputStream in) throws IOException {
      String head = line(in);
      int length = head.startsWith("$") ? Integer.parseInt(head.substring(1)) : -1;
      if (length < 0) {
        return new Reply(false, false);
      }
      in.skipNBytes(length + 2L);
      return new Reply(true, false);
    }
  };

  /**
   * @param good whether it is what was wanted
   * @param last whether the server closes the connection after it
   */
  record Reply(boolean good, boolean last) {}

  /** Reads one whole reply. */
  abstract Reply read(BufferedInputStream in) throws IOException;

  private static void skipChunks(BufferedInputStream in) throws IOException {
    int length;
    do {
      length = Integer.parseInt(line(in), 16);
      in.skipNBytes(length + 2L);
    } while (length > 0);
  }

  private static String line(BufferedInputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  /** A GET of Redis. */
  static byte[] get(String key) {
    int bytes = key.getBytes(StandardCharsets.UTF_8).length;
    return "*2\r\n$3\r\nGET\r\n$%d\r\n%s\r\n"
        .formatted(bytes, key)
        .getBytes(StandardCharsets.UTF_8);
  }
}
