package viewstream.stack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerTest {
  @TempDir Path folder;

  @Test
  void isAbsentWithoutASocket() {
    assertThat(new Docker(folder.resolve("none")).answers()).isFalse();
  }

  @Test
  void isThereWhenItSaysSo() throws IOException {
    assertThat(askedOf("HTTP/1.0 200 OK\r\n\r\nOK")).isTrue();
  }

  @Test
  void isAbsentWhenItIsNotWell() throws IOException {
    assertThat(askedOf("HTTP/1.0 500 Internal Server Error\r\n\r\n")).isFalse();
  }

  @Test
  void isAbsentWhenItSaysNothingForASecond() throws IOException {
    Path socket = folder.resolve("silent");
    try (ServerSocketChannel silent = listen(socket)) {
      assertThat(silent.isOpen()).isTrue();
      long begin = System.nanoTime();

      assertThat(new Docker(socket).answers()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }
  }

  private boolean askedOf(String answer) throws IOException {
    Path socket = folder.resolve("docker.sock");
    try (ServerSocketChannel engine = listen(socket)) {
      Thread answering = Thread.ofVirtual().start(() -> answerOnce(engine, answer));
      boolean answers = new Docker(socket).answers();
      answering.interrupt();
      return answers;
    }
  }

  private static void answerOnce(ServerSocketChannel engine, String answer) {
    try (SocketChannel asked = engine.accept()) {
      asked.read(ByteBuffer.allocate(1024));
      asked.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException gone) {
      // The test has its answer.
    }
  }

  private static ServerSocketChannel listen(Path socket) throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket));
  }
}
