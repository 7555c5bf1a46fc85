package viewstream.query.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import viewstream.query.http.UnavailableException;

/**
 * Lets one caller do a piece of work that many ask for at the same time; the others wait for its
 * result, or its failure. The work should first look whether the flight before it left a result.
 */
public final class Flights<V> {
  private final ConcurrentMap<String, CompletableFuture<V>> flying = new ConcurrentHashMap<>();
  private final Duration timeout;

  /** Those who wait give up after {@code timeout}. */
  public Flights(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * The result of {@code work}, done by this or another caller.
   *
   * @throws UnavailableException if another caller does not finish in time
   */
  public V join(String key, Supplier<V> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = flying.putIfAbsent(key, mine);
    return other == null ? fly(key, mine, work) : await(other);
  }

  /** Whether somebody is at it. */
  boolean isFlying(String key) {
    return flying.containsKey(key);
  }

  private V fly(String key, CompletableFuture<V> mine, Supplier<V> work) {
    try {
      V result = work.get();
      mine.complete(result);
      return result;
    } catch (Throwable failure) {
      mine.completeExceptionally(failure);
      throw failure;
    } finally {
      flying.remove(key, mine);
    }
  }

  private V await(CompletableFuture<V> other) {
    try {
      return other.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw new UnavailableException("no answer within " + timeout, late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting", stopped);
    }
  }
}
