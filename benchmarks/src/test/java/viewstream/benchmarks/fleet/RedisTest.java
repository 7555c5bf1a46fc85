package viewstream.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedisTest {
  @Test
  void readsEveryKindOfReply() throws IOException {
    String replies = "+OK\r\n:7\r\n$5\r\nhello\r\n$-1\r\n*2\r\n$1\r\na\r\n:2\r\n-ERR no\r\n";
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Redis redis = new Redis("redis://127.0.0.1:" + server.getLocalPort());
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write(replies.getBytes(StandardCharsets.UTF_8));

      assertThat(redis.ask("SET", "key", "value")).containsExactly("OK");
      assertThat(redis.ask("INCR", "key")).containsExactly("7");
      assertThat(redis.ask("GET", "key")).containsExactly("hello");
      assertThat(redis.ask("GET", "none")).isEmpty();
      assertThat(redis.ask("KEYS", "*")).containsExactly("a", "2");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> redis.ask("WHAT"))
          .withMessageContaining("ERR no");
      byte[] sent = new byte[29];
      assertThat(accepted.getInputStream().read(sent)).isEqualTo(29);
      assertThat(new String(sent, StandardCharsets.UTF_8))
          .startsWith("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$5\r\n");
    }
  }
}
