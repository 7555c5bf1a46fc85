package viewstream.flink.trending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viewstream.flink.aggregate.Total;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;

/** The newest parts of one list. */
final class Gathering {
  private final Scope scope;
  private final Map<Integer, Part> parts = new HashMap<>();
  private long published = Long.MIN_VALUE;
  private long publishedAt;
  private boolean changed;

  Gathering(Scope scope) {
    this.scope = scope;
  }

  void take(Part part) {
    parts.put(part.task(), part);
    changed = true;
  }

  /** Whether the list for a window's end cannot be told, for a task has gone past it. */
  boolean isOvertaken(long end) {
    return parts.values().stream().anyMatch(part -> part.end() > end);
  }

  /** Whether the list for a window's end is not what was published last. */
  boolean isDue(long end) {
    return changed || end > published;
  }

  /** Whether the list was last published before a log time; epoch ms. */
  boolean isOlderThan(long logTime) {
    return publishedAt < logTime;
  }

  /** Whether no task has any views any more. */
  boolean isEmpty() {
    return parts.values().stream().allMatch(part -> part.contributions() == 0);
  }

  /**
   * Tells the list for the window that is over, once every task has told its part or has passed the
   * window's end without one: what it told before is no longer so.
   *
   * @param logTime up to which everything is in it; epoch ms
   * @param generation of the output
   */
  RegionList publish(long logTime, int generation) {
    long end = scope.step(logTime);
    parts.values().removeIf(part -> part.end() < end);
    published = end;
    publishedAt = logTime;
    changed = false;
    long contributions = parts.values().stream().mapToLong(Part::contributions).sum();
    return new RegionList(
        scope,
        new TrendingList(
            Instant.ofEpochMilli(scope.time(end - scope.steps())),
            Instant.ofEpochMilli(scope.time(end)),
            Instant.ofEpochMilli(logTime),
            Total.version(generation, contributions),
            rows()));
  }

  private List<TrendingRow> rows() {
    Leaders now = new Leaders(TrendingList.MOST_ROWS, Tally.RANKING);
    Leaders before = new Leaders(TrendingList.MOST_PREVIOUS_RANKS, Tally.PREVIOUS_RANKING);
    for (Part part : parts.values()) {
      for (Tally tally : part.tallies()) {
        if (tally.views() > 0) {
          now.offer(tally);
        }
        if (tally.previousViews() > 0) {
          before.offer(tally);
        }
      }
    }
    Map<String, Integer> previousRanks = new HashMap<>();
    for (Tally tally : before.ranked()) {
      previousRanks.put(tally.videoId(), previousRanks.size() + 1);
    }
    List<TrendingRow> rows = new ArrayList<>();
    for (Tally tally : now.ranked()) {
      rows.add(
          new TrendingRow(
              tally.videoId(),
              tally.views(),
              tally.previousViews(),
              previousRanks.get(tally.videoId())));
    }
    return rows;
  }
}
