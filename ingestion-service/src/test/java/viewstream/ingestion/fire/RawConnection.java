package viewstream.ingestion.fire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import viewstream.ingestion.running.Ingestion;

/** A connection that need not be HTTP as it should be. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;

  RawConnection(int port) throws IOException {
    this.socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Sends a head that announces a body. */
  void head(String headers, int length) throws IOException {
    String head =
        """
        POST /api/v1/events/batch HTTP/1.1\r
        Host: x\r
        Content-Type: application/json\r
        Connection: close\r
        X-Write-Key: %s\r
        Content-Length: %d\r
        %s\r
        """;
    write(head.formatted(Ingestion.WRITE_KEY, length, headers).getBytes(StandardCharsets.US_ASCII));
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** The status of the reply, once it has ended; 0 if there was none. */
  int status() throws IOException {
    var reply = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    in.transferTo(reply);
    String text = reply.toString(StandardCharsets.ISO_8859_1);
    return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
