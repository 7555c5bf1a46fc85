package viewstream.stack.container;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A Docker engine behind a socket of this machine. It is asked once and briefly: most machines
 * without one have no such file, and an engine that hangs is of no use.
 *
 * @param socket where it would listen
 */
record Docker(Path socket) {
  private static final String VARIABLE = "DOCKER_HOST";
  private static final String SCHEME = "unix://";
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final byte[] PING =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** The engine that {@code DOCKER_HOST} names, or the usual one. */
  static Docker ofThisMachine() {
    String host = System.getenv().getOrDefault(VARIABLE, "");
    return new Docker(
        Path.of(
            host.startsWith(SCHEME) ? host.substring(SCHEME.length()) : "/var/run/docker.sock"));
  }

  /** Whether it says within a second that all is well. */
  boolean answers() {
    return Files.exists(socket)
        && CompletableFuture.supplyAsync(this::ping)
            .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  private boolean ping() {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap(PING));
      ByteBuffer answer = ByteBuffer.allocate(12);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // The status line comes in one piece or in several.
      }
      return new String(answer.array(), StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException away) {
      return false;
    }
  }
}
