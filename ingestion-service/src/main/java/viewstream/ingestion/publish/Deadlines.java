package viewstream.ingestion.publish;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends waits that last too long. One thread looks at all of them every so often: a timer for each
 * request would wake a thread for each, and hardly one is ever needed.
 */
final class Deadlines implements AutoCloseable {
  /** What a wait may last longer than it should. */
  private static final Duration LOOK = Duration.ofMillis(20);

  /** When each wait has to end, by {@link System#nanoTime}. */
  private final Map<Acknowledgements, Long> ends = new ConcurrentHashMap<>();

  private final Thread looking;
  private volatile boolean closed;

  Deadlines() {
    looking = Thread.ofPlatform().daemon().name("kafka-deadlines").start(this::look);
  }

  /**
   * Returns when all are acknowledged.
   *
   * @throws PublishException if one is not, or not in time; it may still be written later
   */
  void await(Acknowledgements acknowledgements, Duration patience) {
    ends.put(acknowledgements, System.nanoTime() + patience.toNanos());
    try {
      acknowledgements.await();
    } finally {
      ends.remove(acknowledgements);
    }
  }

  private void look() {
    while (!closed) {
      LockSupport.parkNanos(LOOK.toNanos());
      long now = System.nanoTime();
      ends.forEach(
          (acknowledgements, end) -> {
            if (now - end > 0) {
              acknowledgements.giveUp();
            }
          });
    }
  }

  /** To be called when nobody waits any more. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(looking);
  }
}
