package viewstream.schema.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is trending in one region and window, as it lies under {@link RedisKeys#trendingMeta}: the
 * whole answer in one hash. {@link RedisKeys#trending} beside it has the same videos as a sorted
 * set, scored by rank.
 *
 * <p>Of two lists the one with the later window end holds; of two with the same end the one with
 * the higher version, and equal versions are the same list. A region without a key has had no view
 * in this window and the one before it.
 *
 * @param windowStart inclusive
 * @param windowEnd exclusive, a full {@link TrendingWindow#step}
 * @param updatedAt log time: every view that the log took in until then is counted
 * @param version grows with every view that is counted in the window or the one before
 * @param rows by views, most first, then by {@code video_id}; at most {@link #MOST_ROWS}
 */
public record TrendingList(
    Instant windowStart,
    Instant windowEnd,
    Instant updatedAt,
    long version,
    List<TrendingRow> rows) {
  /** No list is longer. */
  public static final int MOST_ROWS = 200;

  /** How many of a window's videos have a rank that the next window's rows may tell. */
  public static final int MOST_PREVIOUS_RANKS = 1_000;

  /**
   * Replaces a list unless the one that is there holds. KEYS: the sorted set, the hash. ARGV:
   * {@link #swapArguments}, that is the seconds both are kept and then the hash's fields and
   * values. Versions are compared as decimal text, for they exceed the 53 bits of a Lua number.
   * Returns 1 when replaced.
   */
  public static final String SWAP_SCRIPT =
      """
      local new = {}
      for i = 2, #ARGV, 2 do
        new[ARGV[i]] = ARGV[i + 1]
      end
      local held = redis.call('HMGET', KEYS[2], 'window_end', 'version')
      if held[1] and held[2] then
        local held_end, new_end = tonumber(held[1]), tonumber(new['window_end'])
        local version = new['version']
        if held_end > new_end then
          return 0
        end
        if held_end == new_end
            and (#held[2] > #version or (#held[2] == #version and held[2] > version)) then
          return 0
        end
      end
      redis.call('DEL', KEYS[1])
      local rank = 0
      for video in string.gmatch(new['rows'], '([^\\t\\n]+)\\t[^\\n]*') do
        rank = rank + 1
        redis.call('ZADD', KEYS[1], rank, video)
      end
      redis.call('HSET', KEYS[2], unpack(ARGV, 2))
      redis.call('EXPIRE', KEYS[1], ARGV[1])
      redis.call('EXPIRE', KEYS[2], ARGV[1])
      return 1
      """;

  /** Redis keeps a list that nobody replaces for so many times its window. */
  private static final int LIFETIMES = 3;

  public TrendingList {
    rows = List.copyOf(rows);
    if (version < 0 || rows.size() > MOST_ROWS) {
      throw new IllegalArgumentException(
          "version must not be negative and rows at most %d, are %d and %d"
              .formatted(MOST_ROWS, version, rows.size()));
    }
  }

  /** What {@link #SWAP_SCRIPT} is given, beside the keys, to write this list. */
  public List<String> swapArguments() {
    Duration kept = Duration.between(windowStart, windowEnd).multipliedBy(LIFETIMES);
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(kept.toSeconds()));
    toHash()
        .forEach(
            (field, value) -> {
              arguments.add(field);
              arguments.add(value);
            });
    return arguments;
  }

  /**
   * The hash: times in epoch ms, {@code rows} one a line with {@code video_id}, views, previous
   * views and previous rank, or nothing for none, between tabs.
   */
  public Map<String, String> toHash() {
    Map<String, String> hash = new LinkedHashMap<>();
    hash.put("window_end", Long.toString(windowEnd.toEpochMilli()));
    hash.put("version", Long.toString(version));
    hash.put("window_start", Long.toString(windowStart.toEpochMilli()));
    hash.put("updated_at", Long.toString(updatedAt.toEpochMilli()));
    hash.put("rows", rows.stream().map(TrendingRow::toLine).collect(Collectors.joining("\n")));
    return hash;
  }

  /**
   * Reads a hash.
   *
   * @return null if there is none
   * @throws IllegalArgumentException if it has another form
   */
  public static @Nullable TrendingList parse(Map<String, String> hash) {
    if (hash.isEmpty()) {
      return null;
    }
    return new TrendingList(
        time(hash, "window_start"),
        time(hash, "window_end"),
        time(hash, "updated_at"),
        number(hash, "version"),
        field(hash, "rows").lines().map(TrendingRow::parse).toList());
  }

  private static Instant time(Map<String, String> hash, String name) {
    return Instant.ofEpochMilli(number(hash, name));
  }

  private static long number(Map<String, String> hash, String name) {
    return Long.parseLong(field(hash, name));
  }

  private static String field(Map<String, String> hash, String name) {
    String value = hash.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a trending hash without " + name);
    }
    return value;
  }
}
