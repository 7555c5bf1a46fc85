package viewstream.stack.network;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Short questions to a server on this machine, answered within two seconds or not at all. */
public final class Probe {
  private static final int TIMEOUT_MILLIS = 2_000;

  private Probe() {}

  /** Whether GET is answered with status 200. */
  public static boolean answersOk(String url) {
    return body(url).isPresent();
  }

  /** The body of a GET that is answered with status 200. */
  public static Optional<String> body(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return Optional.empty();
      }
      try (var in = connection.getInputStream()) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException unanswered) {
      return Optional.empty();
    }
  }

  /** The first bytes a server sends back for a request; empty when it sends fewer. */
  public static Optional<byte[]> exchange(int port, byte[] request, int bytes) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request);
      byte[] answer = socket.getInputStream().readNBytes(bytes);
      return answer.length == bytes ? Optional.of(answer) : Optional.empty();
    } catch (IOException unanswered) {
      return Optional.empty();
    }
  }
}
