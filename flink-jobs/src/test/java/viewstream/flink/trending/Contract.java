package viewstream.flink.trending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.TrendingRow;

/** Every view so far, and the lists that the contract wants of them; slow and plain. */
final class Contract {
  private final List<View> views = new ArrayList<>();

  record View(String videoId, String country, long time) {}

  void add(View view) {
    views.add(view);
  }

  /** Views of each video in a region, from a time up to another; epoch ms. */
  private Map<String, Long> count(String region, long from, long to) {
    Map<String, Long> counts = new HashMap<>();
    for (View view : views) {
      boolean here = region.equals(RedisKeys.GLOBAL) || region.equals(view.country());
      if (here && view.time() >= from && view.time() < to) {
        counts.merge(view.videoId(), 1L, Long::sum);
      }
    }
    return counts;
  }

  List<TrendingRow> list(Scope scope, long endMs) {
    long length = scope.window().length().toMillis();
    Map<String, Long> now = count(scope.region(), endMs - length, endMs);
    Map<String, Long> before = count(scope.region(), endMs - 2 * length, endMs - length);
    List<String> previous = ranked(before);
    List<TrendingRow> rows = new ArrayList<>();
    for (String videoId : ranked(now).stream().limit(200).toList()) {
      rows.add(
          new TrendingRow(
              videoId,
              now.get(videoId),
              before.getOrDefault(videoId, 0L),
              rank(previous.indexOf(videoId))));
    }
    return rows;
  }

  /** Whether there is anything that a list could be told from. */
  boolean knows(Scope scope, long endMs) {
    long length = scope.window().length().toMillis();
    return !count(scope.region(), endMs - 2 * length, endMs).isEmpty();
  }

  private static @Nullable Integer rank(int index) {
    return index < 0 || index >= 1_000 ? null : Integer.valueOf(index + 1);
  }

  private static List<String> ranked(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Long> video) -> -video.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
