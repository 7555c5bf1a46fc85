package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import viewstream.flink.redis.RedisStore;
import viewstream.flink.sink.Destination;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.container.TestServers;

/** Which list holds, on a real Redis. */
class TrendingSwapIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant END = Instant.parse("2030-01-02T03:04:00Z");

  private static Servers servers;
  private static RedisClient client;
  private static StatefulRedisConnection<String, String> redis;
  private static Destination destination;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Part.REDIS);
    client = RedisClient.create(servers.address(Part.REDIS));
    redis = client.connect();
    destination =
        new RedisStore(servers.address(Part.REDIS), Sink.TRENDING, TrendingEntries::all).open();
  }

  @AfterAll
  static void stop() {
    destination.close();
    redis.close();
    client.shutdown();
    servers.close();
  }

  @Test
  void laterEndHoldsThenHigherOrEqualVersion() {
    TrendingList first = list(END, 9, "a", "b", "c");
    write("US", first);
    assertThat(held("US")).isEqualTo(first);

    write("US", list(END, 8, "older"), list(END.minusSeconds(60), 1L << 50, "before"));
    assertThat(held("US")).isEqualTo(first);

    TrendingList changed = list(END, 10, "c", "d");
    write("US", changed, list(END, 9, "older"));
    assertThat(held("US")).isEqualTo(changed);

    TrendingList next = list(END.plusSeconds(60), 3, "e");
    write("US", next);
    assertThat(held("US")).isEqualTo(next);

    TrendingList empty = list(END.plusSeconds(120), 0);
    write("US", empty);
    assertThat(held("US")).isEqualTo(empty);
  }

  @Test
  void versionsBeyondADoubleAreTold() {
    long version = (7L << 48) + 1;
    write("DE", list(END, version, "a"), list(END, version - 1, "b"));

    assertThat(held("DE")).isEqualTo(list(END, version, "a"));
  }

  @Test
  void isGoneAfterThreeWindows() {
    write("FR", list(END, 1, "a"));

    for (String key :
        List.of(
            RedisKeys.trending("FR", TrendingWindow.HOUR),
            RedisKeys.trendingMeta("FR", TrendingWindow.HOUR))) {
      assertThat(redis.sync().ttl(key)).isBetween(10_700L, 10_800L);
    }
  }

  /** The list of the hash; the sorted set must say the same. */
  private static @Nullable TrendingList held(String region) {
    TrendingList list =
        TrendingList.parse(
            redis.sync().hgetall(RedisKeys.trendingMeta(region, TrendingWindow.HOUR)));
    assertThat(redis.sync().zrange(RedisKeys.trending(region, TrendingWindow.HOUR), 0, -1))
        .isEqualTo(
            list == null ? List.of() : list.rows().stream().map(TrendingRow::videoId).toList());
    return list;
  }

  private static void write(String region, TrendingList... lists) {
    var batch = new ByteArrayOutputStream();
    for (TrendingList list : lists) {
      batch.writeBytes(
          TrendingEntries.entry(new RegionList(new Scope(region, TrendingWindow.HOUR), list)));
    }
    assertThat(destination.write(batch.toByteArray())).succeedsWithin(PATIENCE);
  }

  private static TrendingList list(Instant end, long version, String... videos) {
    return new TrendingList(
        end.minus(Duration.ofHours(1)),
        end,
        end.plusSeconds(2),
        version,
        Arrays.stream(videos).map(video -> new TrendingRow(video, 5, 1, null)).toList());
  }
}
