package viewstream.flink.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
  private static final Logger LOG = LoggerFactory.getLogger(RedisProgress.class);

  private final RedisLink link;
  private final String key;
  private final int subtask;
  private final int parallelism;
  private boolean cleared;
  private @Nullable CompletableFuture<?> telling;

  public RedisProgress(String url, Sink sink, int subtask, int parallelism) {
    this.link = new RedisLink(url);
    this.key = RedisKeys.progress(sink);
    this.subtask = subtask;
    this.parallelism = parallelism;
  }

  @Override
  public void reached(long logTime) {
    if (telling != null && !telling.isDone()) {
      return;
    }
    telling =
        link.connection()
            .thenCompose(connection -> tell(connection.async(), logTime))
            .exceptionally(
                failed -> {
                  LOG.debug("{} could not be told: {}", key, failed.getMessage());
                  return null;
                });
  }

  private CompletionStage<?> tell(RedisAsyncCommands<String, String> redis, long logTime) {
    CompletionStage<?> told = redis.hset(key, Integer.toString(subtask), Long.toString(logTime));
    if (subtask == 0 && !cleared) {
      return told.thenCompose(done -> clear(redis));
    }
    return told;
  }

  /** Subtasks that there were before a rescale must not hold the minimum back. */
  private CompletionStage<?> clear(RedisAsyncCommands<String, String> redis) {
    return redis
        .hkeys(key)
        .thenCompose(
            fields -> {
              String[] gone =
                  fields.stream()
                      .filter(field -> Integer.parseInt(field) >= parallelism)
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
