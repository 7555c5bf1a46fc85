package viewstream.system.harm;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches a Flink job through its deaths. Whatever it has seen really happened; what happened
 * between two looks, or before a task died that had not yet told, it misses.
 */
public final class Witness implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String DUPLICATES = "Track_views.viewstream.duplicates";
  private static final String RETRIES = "viewstream.retries";

  private final FlinkApi flink;
  private final Map<String, Long> restores = new ConcurrentHashMap<>();
  private final Tally duplicates = new Tally();
  private final Tally retries = new Tally();
  private volatile long expected;
  private volatile boolean closed;

  public Witness(FlinkApi flink) {
    this.flink = flink;
    Thread.ofPlatform().daemon().name("witness").start(this::watch);
  }

  /** How often the job was restored from a checkpoint. */
  public long restores() {
    return restores.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One of the job's processes is about to be killed. */
  public synchronized void expectRestore() {
    expected = restores() + 1;
  }

  /** Looks now; whether the job was restored since that was expected last. */
  public boolean sawRestore() {
    look();
    return restores() >= expected;
  }

  /** Playback events that the tracker dropped, for it had seen them before. */
  public long duplicates() {
    return duplicates.sum();
  }

  /** How often a sink offered its store a batch once more. */
  public long retries() {
    return retries.sum();
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return "%d restores, %d dropped duplicates, %d retries of sinks"
        .formatted(restores(), duplicates(), retries());
  }

  private void watch() {
    while (!closed) {
      look();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Looks now, beside every half second. Sees nothing while there is nothing to be seen. */
  public synchronized void look() {
    try {
      for (String job : flink.jobs()) {
        restores.merge(job, flink.restores(job), Math::max);
        duplicates.saw(flink.sum(job, DUPLICATES));
        retries.saw(flink.sum(job, RETRIES));
      }
    } catch (IOException | RuntimeException dying) {
      // It cannot be asked while it is dead; that it comes back is asserted elsewhere.
    }
  }

  /** Adds up a counter that begins anew from time to time. */
  private static final class Tally {
    private long last;
    private long sum;

    synchronized void saw(long value) {
      sum += value < last ? value : value - last;
      last = value;
    }

    synchronized long sum() {
      return sum;
    }
  }
}
