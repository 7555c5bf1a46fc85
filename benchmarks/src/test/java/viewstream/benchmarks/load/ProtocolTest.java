package viewstream.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import viewstream.benchmarks.load.Protocol.Reply;

class ProtocolTest {
  @Test
  void readsWholeRepliesAndNoMore() throws IOException {
    BufferedInputStream in =
        in(
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
                + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
                + "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");

    assertThat(Protocol.HTTP.read(in)).isEqualTo(new Reply(true, false));
    assertThat(Protocol.HTTP.read(in)).isEqualTo(new Reply(true, false));
    assertThat(Protocol.HTTP.read(in)).isEqualTo(new Reply(true, true));
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void tellsRefusals() throws IOException {
    assertThat(Protocol.HTTP.read(in("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")).good())
        .isFalse();
    assertThat(Protocol.RESP.read(in("$-1\r\n")).good()).isFalse();
    assertThat(Protocol.RESP.read(in("-ERR what?\r\n")).good()).isFalse();
  }

  @Test
  void readsWhatRedisHolds() throws IOException {
    BufferedInputStream in = in("$5\r\nhello\r\n");

    assertThat(Protocol.RESP.read(in)).isEqualTo(new Reply(true, false));
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void doesNotTakeHalfAReplyForOne() {
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> Protocol.HTTP.read(in("HTTP/1.1 200 OK\r\nContent-Le")));
  }

  @Test
  void asksRedisInItsOwnWords() {
    assertThat(new String(Protocol.get("käse"), StandardCharsets.UTF_8))
        .isEqualTo("*2\r\n$3\r\nGET\r\n$5\r\nkäse\r\n");
  }

  private static BufferedInputStream in(String text) {
    return new BufferedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
