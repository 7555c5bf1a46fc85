package viewstream.flink.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.flink.sink.Progress;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;

/**
 * Tells progress in the hash {@link RedisKeys#progress}, field by subtask. What cannot be told now
 * is overtaken by what is told next.
 */
public final class RedisProgress implements Progress {
  private static final String BEGINNING = "0";
  private static final Logger LOG = LoggerFactory.getLogger(RedisProgress.class);

  private final RedisLink link;
  private final String key;
  private final String field;
  private final boolean isFirst;
  private final int parallelism;

  /** Written by Redis's threads. */
  private volatile boolean cleared;

  private @Nullable CompletableFuture<?> telling;

  public RedisProgress(String url, Sink sink, int subtask, int parallelism) {
    this.link = new RedisLink(url);
    this.key = RedisKeys.progress(sink);
    this.field = Integer.toString(subtask);
    this.isFirst = subtask == 0;
    this.parallelism = parallelism;
  }

  @Override
  public void reached(long logTime) {
    tell(redis -> redis.hset(key, field, Long.toString(logTime)));
  }

  /** A task that has told nothing yet must not be left out of the minimum. */
  @Override
  public void notKnownYet() {
    tell(redis -> redis.hsetnx(key, field, BEGINNING));
  }

  private void tell(Function<RedisAsyncCommands<String, String>, CompletionStage<?>> news) {
    if (telling != null && !telling.isDone()) {
      return;
    }
    telling =
        link.connection()
            .thenApply(StatefulRedisConnection::async)
            .thenCompose(redis -> news.apply(redis).thenCompose(told -> clearOnce(redis)))
            .exceptionally(
                failed -> {
                  LOG.debug("{} could not be told: {}", key, failed.getMessage());
                  return null;
                });
  }

  /** Subtasks that there were before a rescale must not hold the minimum back. */
  private CompletionStage<Void> clearOnce(RedisAsyncCommands<String, String> redis) {
    if (!isFirst || cleared) {
      return CompletableFuture.completedFuture(null);
    }
    return redis
        .hkeys(key)
        .thenCompose(
            fields -> {
              String[] gone =
                  fields.stream()
                      .filter(other -> Integer.parseInt(other) >= parallelism)
                      .toArray(String[]::new);
              return gone.length == 0
                  ? CompletableFuture.completedFuture(0L)
                  : redis.hdel(key, gone);
            })
        .thenAccept(done -> cleared = true);
  }

  @Override
  public void close() {
    link.close();
  }
}
