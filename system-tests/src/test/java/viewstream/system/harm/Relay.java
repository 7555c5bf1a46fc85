package viewstream.system.harm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and an HTTP server of this machine: passes every byte on, and counts what
 * became of the requests. Told to, it does {@link Mischief}.
 */
public final class Relay implements AutoCloseable {
  private static final int BACKLOG = 64;

  private final ServerSocket entrance;
  private final int target;
  private final Set<RelayedConnection> connections = ConcurrentHashMap.newKeySet();
  private final Random random = new Random(0);
  private volatile Mischief mischief = Mischief.NONE;

  final AtomicInteger lostAnswers = new AtomicInteger();
  final AtomicInteger brokenOff = new AtomicInteger();
  final AtomicInteger held = new AtomicInteger();

  /**
   * @param target port of the server, which need not be there yet
   */
  public Relay(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("relay").start(this::accept);
  }

  /** What clients connect to. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Does this from now on. */
  public void turnTo(Mischief next) {
    mischief = next;
  }

  /** Requests that the server has carried out and whose client was not told. */
  public int lostAnswers() {
    return lostAnswers.get();
  }

  /** Requests that the server had begun to read when it went away. */
  public int brokenOff() {
    return brokenOff.get();
  }

  /** Requests that came late. */
  public int heldRequests() {
    return held.get();
  }

  /** Whether the server is at work on a request. */
  public boolean isAsked() {
    return connections.stream().anyMatch(RelayedConnection::isAsked);
  }

  Mischief mischief() {
    return mischief;
  }

  Random random() {
    return random;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        // Asked again by the loop: either it is closed, or one client less was let in.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      RelayedConnection connection = new RelayedConnection(this, client, server);
      connections.add(connection);
      try {
        connection.run();
      } finally {
        connections.remove(connection);
      }
    } catch (IOException away) {
      // The client sees its connection closed, as it would without the relay.
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    connections.forEach(RelayedConnection::close);
  }
}
