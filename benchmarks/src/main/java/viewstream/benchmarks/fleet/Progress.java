package viewstream.benchmarks.fleet;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import viewstream.stack.Part;

/** How far the stream's sinks have written, as they tell it in Redis. */
public final class Progress implements AutoCloseable {
  private static final String KEYS = "progress:*";

  /** What playback and engagement end in. */
  private static final List<String> SINKS =
      List.of("progress:events", "progress:engagements", "progress:video_minute", "progress:views");

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long PAUSE_MILLIS = 50;

  private final Redis redis;

  public Progress(Fleet fleet) throws IOException {
    redis = new Redis(fleet.address(Part.REDIS));
  }

  /** Waits until every sink has written all that was in the log at that time. */
  public void awaitPast(Instant time) throws Exception {
    await("the sinks to pass " + time, () -> isPast(time));
  }

  /** Forgets what was told by a job that has ended. */
  public void forget() throws IOException {
    for (String key : redis.ask("KEYS", KEYS)) {
      redis.ask("DEL", key);
    }
  }

  /**
   * Waits for something that is asked for again and again.
   *
   * @throws TimeoutException when it takes more than four minutes
   */
  public static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("waited %s for %s".formatted(PATIENCE, what));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Whether every sink has written all that was in the log at that time. */
  public boolean isPast(Instant time) throws IOException {
    List<String> keys = redis.ask("KEYS", KEYS);
    if (!keys.containsAll(SINKS)) {
      return false;
    }
    for (String key : keys) {
      for (String reached : redis.ask("HVALS", key)) {
        if (Long.parseLong(reached) < time.toEpochMilli()) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    redis.close();
  }
}
