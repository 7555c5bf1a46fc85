package viewstream.flink.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import viewstream.flink.sink.Destination;
import viewstream.flink.sink.RetryableException;

/** Runs the scripts that a batch asks for, all through one pipeline. */
final class RedisDestination implements Destination {
  /** Replies that say that the command itself is wrong; anything else may pass. */
  private static final List<String> BUGS =
      List.of("WRONGTYPE", "ERR ", "NOAUTH", "WRONGPASS", "NOPERM");

  private final RedisLink link;
  private final ScriptCall.Reader reader;

  RedisDestination(String url, ScriptCall.Reader reader) {
    this.link = new RedisLink(url);
    this.reader = reader;
  }

  @Override
  public CompletableFuture<Void> write(byte[] entries) {
    return link.connection()
        .thenCompose(connection -> pipeline(connection, reader.all(entries)))
        .exceptionallyCompose(failed -> CompletableFuture.failedFuture(classify(failed)));
  }

  private static CompletionStage<Void> pipeline(
      StatefulRedisConnection<String, String> connection, List<ScriptCall> calls) {
    RedisAsyncCommands<String, String> redis = connection.async();
    List<CompletableFuture<?>> replies = new ArrayList<>();
    // Redis forgets scripts when it restarts, so each pipeline brings its own.
    Map<String, String> digests = new HashMap<>();
    for (ScriptCall call : calls) {
      String digest =
          digests.computeIfAbsent(
              call.script(),
              script -> {
                replies.add(redis.scriptLoad(script).toCompletableFuture());
                return redis.digest(script);
              });
      replies.add(
          redis
              .evalsha(
                  digest,
                  ScriptOutputType.INTEGER,
                  call.keys().toArray(String[]::new),
                  call.arguments().toArray(String[]::new))
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(replies.toArray(CompletableFuture<?>[]::new));
  }

  private static Throwable classify(Throwable failed) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    boolean bug =
        cause instanceof RedisCommandExecutionException refused
            && refused.getMessage() != null
            && BUGS.stream().anyMatch(refused.getMessage()::startsWith);
    boolean passing =
        cause instanceof RedisException
            || cause instanceof IOException
            || cause instanceof CancellationException;
    return bug || !passing ? cause : new RetryableException("Redis: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    link.close();
  }
}
