package viewstream.system.harm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection through a relay: requests and answers in turn, as HTTP/1.1 has them. Two threads
 * work on it, one for each direction.
 */
final class RelayedConnection {
  private static final int BUFFER = 64 * 1024;
  private static final long LOOK_NANOS = 10_000_000;
  private static final String GOOD = "HTTP/1.1 200";

  private final Relay relay;
  private final Socket client;
  private final Socket server;

  /** Set by the thread that reads requests, cleared by the one that reads answers. */
  private volatile boolean asked;

  RelayedConnection(Relay relay, Socket client, Socket server) {
    this.relay = relay;
    this.client = client;
    this.server = server;
  }

  /** Whether the server has got some of a request and not yet begun to answer. */
  boolean isAsked() {
    return asked;
  }

  /** Returns when the connection has ended. */
  void run() throws IOException {
    Thread answers = Thread.ofVirtual().start(this::passAnswers);
    passRequests();
    close();
    try {
      answers.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    try {
      client.close();
      server.close();
    } catch (IOException closed) {
      // Then it is closed.
    }
  }

  private void passRequests() throws IOException {
    byte[] buffer = new byte[BUFFER];
    InputStream in = client.getInputStream();
    OutputStream out = server.getOutputStream();
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      if (!asked) {
        holdIfWanted(relay.mischief());
      }
      asked = true;
      out.write(buffer, 0, count);
    }
  }

  private void holdIfWanted(Mischief mischief) {
    if (!mischief.holdsRequest(relay.random())) {
      return;
    }
    relay.held.incrementAndGet();
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < mischief.hold().toNanos()
        && !(mischief.released() && mischief != relay.mischief())) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void passAnswers() {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        if (asked && isGood(buffer, count) && relay.mischief().losesAnswer(relay.random())) {
          relay.lostAnswers.incrementAndGet();
          return;
        }
        asked = false;
        out.write(buffer, 0, count);
      }
      noteIfBrokenOff();
    } catch (IOException ended) {
      noteIfBrokenOff();
    } finally {
      close();
    }
  }

  private void noteIfBrokenOff() {
    if (asked && !client.isClosed()) {
      relay.brokenOff.incrementAndGet();
    }
  }

  private static boolean isGood(byte[] answer, int count) {
    int length = Math.min(count, GOOD.length());
    return new String(answer, 0, length, StandardCharsets.US_ASCII).equals(GOOD);
  }
}
