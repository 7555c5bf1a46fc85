package viewstream.benchmarks.fleet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection to Redis that speaks as much of its protocol as benchmarks need. */
public final class Redis implements AutoCloseable {
  private final Socket socket;
  private final BufferedInputStream in;

  public Redis(String address) throws IOException {
    URI server = URI.create(address);
    socket = new Socket(server.getHost(), server.getPort());
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Sends a command; returns the strings of its reply, none for nil.
   *
   * @throws IOException when Redis refuses it
   */
  public List<String> ask(String... words) throws IOException {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int bytes = word.getBytes(StandardCharsets.UTF_8).length;
      command.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
    }
    socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
    List<String> reply = new ArrayList<>();
    read(reply);
    return reply;
  }

  private void read(List<String> reply) throws IOException {
    String head = line();
    String rest = head.substring(1);
    switch (head.charAt(0)) {
      case '+', ':' -> reply.add(rest);
      case '$' -> {
        int length = Integer.parseInt(rest);
        if (length >= 0) {
          reply.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
          in.skipNBytes(2);
        }
      }
      case '*' -> {
        for (int left = Integer.parseInt(rest); left > 0; left--) {
          read(reply);
        }
      }
      default -> throw new IOException("Redis answers " + head);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("Redis closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
