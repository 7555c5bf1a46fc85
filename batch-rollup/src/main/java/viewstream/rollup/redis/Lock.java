package viewstream.rollup.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import viewstream.rollup.RefusedException;
import viewstream.schema.redis.RedisKeys;

/**
 * Keeps rollups apart: one at a time. It is a lease, renewed while the process lives. A run that
 * lost it – it was stopped for a minute, or Redis was emptied – notices before its next step, and
 * could not publish anyway: the next holder drops its staging tables first of all.
 */
public final class Lock implements AutoCloseable {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /** KEYS: the lock. ARGV: who must hold it, who shall hold it, lease in ms. 1 if that was so. */
  private static final String HAND_OVER =
      """
      if redis.call('GET', KEYS[1]) == ARGV[1] then
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return 1
      end
      return 0
      """;

  /** KEYS: the lock. ARGV: who must hold it. */
  private static final String RELEASE =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 1";

  private static final String[] KEY = {RedisKeys.ROLLUP_LOCK};

  private final RedisCommands<String, String> redis;
  private final String self = LockHolder.self().toString();
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("rollup-lock").factory());

  private Lock(RedisCommands<String, String> redis) {
    this.redis = redis;
  }

  /**
   * Takes the lock; returns when it is held.
   *
   * @param patience how long another run is waited for
   * @param waiting is told once, when there is another
   * @throws RefusedException if the other did not end in time
   */
  public static Lock take(Redis connection, Duration patience, Consumer<String> waiting) {
    Lock lock = new Lock(connection.connection().sync());
    long deadline = System.nanoTime() + patience.toNanos();
    boolean told = false;
    while (!lock.tryTake()) {
      if (System.nanoTime() > deadline) {
        lock.renewal.shutdownNow();
        throw new RefusedException(
            "another rollup is running (%s): wait for it, or give more time with --wait"
                .formatted(lock.redis.get(RedisKeys.ROLLUP_LOCK)));
      }
      if (!told) {
        waiting.accept("another rollup is running; waiting for it");
        told = true;
      }
      pause();
    }
    lock.renewal.scheduleAtFixedRate(
        lock::renewQuietly, LEASE.toMillis() / 3, LEASE.toMillis() / 3, TimeUnit.MILLISECONDS);
    return lock;
  }

  private boolean tryTake() {
    String lease = Long.toString(LEASE.toMillis());
    if (redis.set(RedisKeys.ROLLUP_LOCK, self, SetArgs.Builder.nx().px(LEASE.toMillis())) != null) {
      return true;
    }
    String held = redis.get(RedisKeys.ROLLUP_LOCK);
    @Nullable LockHolder holder = held == null ? null : LockHolder.parse(held);
    return holder != null
        && holder.isDead()
        && isOne(redis.eval(HAND_OVER, ScriptOutputType.INTEGER, KEY, held, self, lease));
  }

  /**
   * Makes sure that it is still held, and will be for a while.
   *
   * @throws RefusedException if it is not
   */
  public void require() {
    try {
      if (renew()) {
        return;
      }
    } catch (RedisException away) {
      throw new RefusedException(
          "Redis does not answer, so this rollup cannot know that it is alone: run it again");
    }
    throw new RefusedException("this rollup lost its lock to another: run it again");
  }

  private boolean renew() {
    return isOne(
        redis.eval(
            HAND_OVER, ScriptOutputType.INTEGER, KEY, self, self, Long.toString(LEASE.toMillis())));
  }

  /** What fails now is noticed by {@link #require}. */
  private void renewQuietly() {
    try {
      renew();
    } catch (RedisException away) {
      // Tried again in a third of the lease.
    }
  }

  private static boolean isOne(@Nullable Object answer) {
    return Long.valueOf(1).equals(answer);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RefusedException("interrupted while waiting for another rollup");
    }
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    try {
      redis.eval(RELEASE, ScriptOutputType.INTEGER, KEY, self);
    } catch (RedisException away) {
      // The lease ends by itself.
    }
  }
}
