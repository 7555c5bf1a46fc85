package viewstream.query.storage;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.trending.LiveTrending;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingWindow;

/** Trending lists, from the hashes that the stream keeps in Redis: one command, one moment. */
@Component
final class RedisTrending implements LiveTrending {
  private final Redis redis;

  RedisTrending(Redis redis) {
    this.redis = redis;
  }

  @Override
  public @Nullable TrendingList read(String region, TrendingWindow window) {
    Map<String, String> hash = new HashMap<>();
    redis
        .call(commands -> commands.hgetall(RedisKeys.trendingMeta(region, window)))
        .forEach((field, value) -> hash.put(field, new String(value, StandardCharsets.UTF_8)));
    return TrendingList.parse(hash);
  }
}
