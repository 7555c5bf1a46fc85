package viewstream.ingestion.fire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between clients and a broker of this machine. Wherever the broker names its own address
 * the relay puts its own in place, so that clients stay with it. Cut off, it takes connections and
 * bytes and passes none on, as a network does that loses everything.
 */
final class KafkaRelay implements AutoCloseable {
  private static final int BACKLOG = 64;
  private static final int BUFFER = 64 << 10;
  private static final String HOST = "127.0.0.1";

  private final int broker;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /** Open, or counted down, while bytes pass. */
  private volatile CountDownLatch passing = new CountDownLatch(0);

  KafkaRelay(int broker) throws IOException {
    this.broker = broker;
    this.entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("kafka-relay").start(this::accept);
  }

  String address() {
    return HOST + ":" + entrance.getLocalPort();
  }

  void cut() {
    passing = new CountDownLatch(1);
  }

  /** Passes on again, first what had been held back. */
  void mend() {
    passing.countDown();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Socket server = new Socket(HOST, broker);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> pass(client, server, false));
        Thread.ofVirtual().start(() -> pass(server, client, true));
      } catch (IOException refused) {
        // Asked again by the loop: the relay is closed, or the broker is away.
      }
    }
  }

  private void pass(Socket from, Socket to, boolean fromBroker) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        if (fromBroker) {
          readdress(buffer, count);
        }
        passing.await();
        out.write(buffer, 0, count);
      }
    } catch (IOException ended) {
      // Both ends are closed by now.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  /** An address in Kafka's protocol is the host's name and the port in four bytes. */
  private void readdress(byte[] bytes, int count) {
    byte[] host = HOST.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    for (int at = 0; at + host.length + Integer.BYTES <= count; at++) {
      int port = at + host.length;
      if (java.util.Arrays.equals(bytes, at, port, host, 0, host.length)
          && buffer.getInt(port) == broker) {
        buffer.putInt(port, entrance.getLocalPort());
      }
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    mend();
  }
}
