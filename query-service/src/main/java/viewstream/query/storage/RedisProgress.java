package viewstream.query.storage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import viewstream.query.freshness.ProgressStore;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;

/** What the sinks report, from Redis: for each the least of what its subtasks have flushed. */
@Component
final class RedisProgress implements ProgressStore {
  private final Redis redis;

  RedisProgress(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Map<Sink, Instant> read() {
    return redis.call(
        commands -> {
          Map<Sink, Instant> progress = new EnumMap<>(Sink.class);
          for (Sink sink : Sink.values()) {
            commands.hvals(RedisKeys.progress(sink)).stream()
                .mapToLong(RedisProgress::epochMillis)
                .min()
                .ifPresent(least -> progress.put(sink, Instant.ofEpochMilli(least)));
          }
          return progress;
        });
  }

  private static long epochMillis(byte[] text) {
    return Long.parseLong(new String(text, StandardCharsets.UTF_8));
  }
}
