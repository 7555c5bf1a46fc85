package viewstream.stack.clickhouse;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The engine on one data directory, with a bounded pool of connections.
 *
 * <p>An engine cannot be opened twice in a process, and a data directory belongs to one process.
 * Nothing is ever reset on a connection: a statement gets one whose {@link Session} is the wanted
 * one already, or a new one, which takes less than a millisecond.
 */
final class Engine implements AutoCloseable {

  private final EngineLibrary library;
  private final Path dataDirectory;
  private final int connections;
  private final Semaphore permits;
  private final Duration patience;

  /** Most recently used first; guarded by itself. */
  private final Deque<EngineConnection> idle = new ArrayDeque<>();

  /**
   * @param connections how many statements may run at once
   * @param patience how long a statement waits for its turn before it is refused
   */
  Engine(Path library, Path dataDirectory, int connections, Duration patience) {
    this.library = EngineLibrary.load(library);
    this.dataDirectory = dataDirectory;
    this.connections = connections;
    this.permits = new Semaphore(connections, true);
    this.patience = patience;
  }

  /** Leases a connection in the given state; closing the lease gives it back. */
  EngineConnection connect(Session session) throws EngineException, InterruptedException {
    if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw EngineException.of(
          EngineException.TOO_MANY_SIMULTANEOUS_QUERIES,
          "Too many simultaneous queries: all %d connections are busy".formatted(connections),
          "TOO_MANY_SIMULTANEOUS_QUERIES");
    }
    try {
      EngineConnection reused = takeIdle(session);
      return reused != null ? reused : open(session);
    } catch (EngineException | RuntimeException e) {
      permits.release();
      throw e;
    }
  }

  private @Nullable EngineConnection takeIdle(Session session) {
    EngineConnection oldest = null;
    synchronized (idle) {
      for (Iterator<EngineConnection> each = idle.iterator(); each.hasNext(); ) {
        EngineConnection connection = each.next();
        if (connection.session().equals(session)) {
          each.remove();
          return connection;
        }
      }
      if (idle.size() >= permits.availablePermits() + 1) {
        oldest = idle.pollLast();
      }
    }
    if (oldest != null) {
      oldest.disconnect();
    }
    return null;
  }

  private EngineConnection open(Session session) throws EngineException {
    Pointer handle =
        library.chdb_connect(2, new String[] {"clickhouse", "--path=" + dataDirectory});
    if (handle == null) {
      throw new IllegalStateException(
          "The engine refused %s; standard error says why".formatted(dataDirectory));
    }
    EngineConnection connection = new EngineConnection(library, handle, session, this::giveBack);
    try {
      connection.prepare();
      return connection;
    } catch (EngineException e) {
      connection.disconnect();
      throw e;
    }
  }

  private void giveBack(EngineConnection connection) {
    try {
      if (connection.reusable()) {
        synchronized (idle) {
          idle.addFirst(connection);
        }
      } else {
        connection.disconnect();
      }
    } finally {
      permits.release();
    }
  }

  /**
   * Closes every connection and stops the engine's threads. Statements that still run after the
   * pool's patience are left to end with the process, which harms the data no more than a kill.
   */
  @Override
  public void close() {
    try {
      if (permits.tryAcquire(connections, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        idle.forEach(EngineConnection::disconnect);
        idle.clear();
        library.chdb_shutdown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
