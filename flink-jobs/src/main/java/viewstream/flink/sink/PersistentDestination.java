package viewstream.flink.sink;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again for as long as that may help: an acknowledged event is never given up. */
final class PersistentDestination implements Destination {
  private static final Logger LOG = LoggerFactory.getLogger(PersistentDestination.class);

  private final String name;
  private final Destination destination;
  private final Backoff backoff;
  private final Counter retries;

  /** Tells waiting attempts, on other threads, that nobody wants them any more. */
  private volatile boolean closed;

  PersistentDestination(String name, Destination destination, Backoff backoff, Counter retries) {
    this.name = name;
    this.destination = destination;
    this.backoff = backoff;
    this.retries = retries;
  }

  @Override
  public CompletableFuture<Void> write(byte[] entries) {
    return attempt(entries, 1);
  }

  private CompletableFuture<Void> attempt(byte[] entries, int attempt) {
    return destination
        .write(entries)
        .exceptionallyCompose(failed -> again(entries, attempt, cause(failed)));
  }

  private CompletableFuture<Void> again(byte[] entries, int failedAttempts, Throwable cause) {
    if (!(cause instanceof RetryableException) || closed) {
      return CompletableFuture.failedFuture(cause);
    }
    retries.inc();
    Duration wait = backoff.before(failedAttempts, ThreadLocalRandom.current());
    LOG.warn(
        "{} did not take a batch, trying again in {} ms: {}",
        name,
        wait.toMillis(),
        cause.getMessage());
    return CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS))
        .thenCompose(waited -> attempt(entries, failedAttempts + 1));
  }

  private static Throwable cause(Throwable failed) {
    return failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause()
        : failed;
  }

  @Override
  public void close() {
    closed = true;
    destination.close();
  }
}
