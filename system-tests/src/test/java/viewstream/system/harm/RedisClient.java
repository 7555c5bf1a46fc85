package viewstream.system.harm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The few words of Redis's protocol that the tests need; a connection for each command. */
public final class RedisClient {
  private static final int PATIENCE_MS = 5_000;

  private final URI address;

  /**
   * @param address such as {@code redis://127.0.0.1:6379}
   */
  public RedisClient(String address) {
    this.address = URI.create(address);
  }

  /** Forgets everything. */
  public void flush() {
    command("FLUSHALL");
  }

  /** The log time up to which a sink says that it has written everything; none is the epoch. */
  public Instant progress(String sink) {
    return command("HVALS progress:" + sink).stream()
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private List<String> command(String words) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String head = line(in);
      List<String> answer = new ArrayList<>();
      switch (head.charAt(0)) {
        case '+', ':' -> answer.add(head.substring(1));
        case '*' -> {
          for (int left = Integer.parseInt(head.substring(1)); left > 0; left--) {
            line(in);
            answer.add(line(in));
          }
        }
        default -> throw new IOException("Redis answers '" + head + "' to " + words);
      }
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("Redis ended the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
