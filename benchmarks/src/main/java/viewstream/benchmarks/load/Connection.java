package viewstream.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One connection to the server, made again whenever the server closes it. */
final class Connection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int BUFFER_BYTES = 32 << 10;

  private final InetSocketAddress server;
  private final Protocol protocol;
  private @Nullable Socket socket;
  private @Nullable BufferedInputStream in;

  Connection(InetSocketAddress server, Protocol protocol) {
    this.server = server;
    this.protocol = protocol;
  }

  /** Sends a request and reads its reply; false when it is none of the wanted ones. */
  boolean exchange(byte[] request) throws IOException {
    if (socket == null || in == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(server, PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }
    OutputStream out = socket.getOutputStream();
    out.write(request);
    Protocol.Reply reply = protocol.read(in);
    if (reply.last()) {
      close();
    }
    return reply.good();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
