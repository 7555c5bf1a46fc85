package viewstream.query.storage;

import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import viewstream.query.counter.LiveCount;
import viewstream.query.counter.LiveViews;
import viewstream.query.counter.ViewTotals;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.VersionedCount;

/** Public counters, from the hashes that the stream keeps in Redis. */
@Component
final class RedisViews implements LiveViews {
  /**
   * Completes a hash unless somebody else has. Days get version 0 and only where there is nothing:
   * what the stream wrote is newer. Returns the hash. KEYS: the hash. ARGV: base, base day, then
   * day and count in turn.
   */
  private static final String RESTORE =
      """
      if redis.call('HEXISTS', KEYS[1], '%2$s') == 0 then
        redis.call('HSET', KEYS[1], '%1$s', ARGV[1], '%2$s', ARGV[2])
        redis.call('HDEL', KEYS[1], '%3$s')
        for i = 3, #ARGV, 2 do
          redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 1])
        end
      end
      return redis.call('HGETALL', KEYS[1])
      """
          .formatted(RedisKeys.VIEWS_BASE, RedisKeys.VIEWS_BASE_DAY, RedisKeys.VIEWS_MISSED_AT);

  /** Notes a time unless there is one. Returns what is noted. KEYS: the hash. ARGV: epoch ms. */
  private static final String MISSED =
      """
      redis.call('HSETNX', KEYS[1], '%1$s', ARGV[1])
      return redis.call('HGET', KEYS[1], '%1$s')
      """
          .formatted(RedisKeys.VIEWS_MISSED_AT);

  private final Redis redis;

  RedisViews(Redis redis) {
    this.redis = redis;
  }

  @Override
  public LiveCount read(String videoId) {
    Map<String, String> hash = new HashMap<>();
    redis
        .call(commands -> commands.hgetall(RedisKeys.views(videoId)))
        .forEach((field, value) -> hash.put(field, text(value)));
    if (hash.isEmpty()) {
      return new LiveCount.Absent();
    }
    return hash.containsKey(RedisKeys.VIEWS_BASE_DAY)
        ? new LiveCount.Complete(total(hash))
        : new LiveCount.Incomplete();
  }

  @Override
  public Instant missed(String videoId, Instant now) {
    String[] keys = {RedisKeys.views(videoId)};
    byte[] time = bytes(Long.toString(now.toEpochMilli()));
    byte[] noted =
        redis.call(commands -> commands.eval(MISSED, ScriptOutputType.VALUE, keys, time));
    return Instant.ofEpochMilli(Long.parseLong(text(noted)));
  }

  @Override
  public long restore(String videoId, ViewTotals totals) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(totals.base()));
    arguments.add(totals.baseDay().toString());
    totals
        .later()
        .forEach(
            (day, views) -> {
              arguments.add(RedisKeys.viewsDay(day));
              arguments.add(new VersionedCount(0, views).toString());
            });
    String[] keys = {RedisKeys.views(videoId)};
    byte[][] values = arguments.stream().map(RedisViews::bytes).toArray(byte[][]::new);
    List<byte[]> pairs =
        redis.call(commands -> commands.eval(RESTORE, ScriptOutputType.MULTI, keys, values));
    Map<String, String> hash = new HashMap<>();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      hash.put(text(pairs.get(i)), text(pairs.get(i + 1)));
    }
    return total(hash);
  }

  /** The base, and the days after the last one that it covers. */
  static long total(Map<String, String> hash) {
    LocalDate baseDay = LocalDate.parse(hash.getOrDefault(RedisKeys.VIEWS_BASE_DAY, ""));
    long total = Long.parseLong(hash.getOrDefault(RedisKeys.VIEWS_BASE, "0"));
    for (Map.Entry<String, String> field : hash.entrySet()) {
      boolean isDay = Character.isDigit(field.getKey().charAt(0));
      if (isDay && LocalDate.parse(field.getKey()).isAfter(baseDay)) {
        total += VersionedCount.parse(field.getValue()).count();
      }
    }
    return total;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
