package viewstream.flink.trending;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import viewstream.schema.redis.TrendingWindow;

/** All boards of one task: per region one for each window. Knows which videos changed. */
final class Boards {
  private final int task;
  private final Map<Scope, Board> boards = new HashMap<>();
  private final Map<String, Set<String>> changed = new HashMap<>();

  Boards(int task) {
    this.task = task;
  }

  /**
   * Adds a video's views.
   *
   * @param time when they were; epoch ms
   */
  void add(String videoId, long time, RegionViews views) {
    Set<String> regions = changed.computeIfAbsent(videoId, absent -> new HashSet<>());
    views
        .views()
        .forEach(
            (region, count) -> {
              for (TrendingWindow window : TrendingWindow.values()) {
                board(new Scope(region, window)).add(videoId, time, count);
              }
              regions.add(region);
            });
  }

  /** Puts in place what state remembers of a video in a region. */
  void restore(String videoId, String region, Rings rings) {
    rings
        .byWindow()
        .forEach((window, ring) -> board(new Scope(region, window)).put(videoId, ring.copy()));
  }

  /** What is to be remembered of a video in a region. */
  Rings rings(String videoId, String region) {
    Map<TrendingWindow, Ring> byWindow = new EnumMap<>(TrendingWindow.class);
    for (TrendingWindow window : TrendingWindow.values()) {
      @Nullable Board board = boards.get(new Scope(region, window));
      @Nullable Ring ring = board == null ? null : board.ring(videoId);
      if (ring != null) {
        byWindow.put(window, ring);
      }
    }
    return new Rings(byWindow);
  }

  /** Videos and their regions whose rings are not what they were; forgets them. */
  Map<String, Set<String>> drainChanged() {
    Map<String, Set<String>> drained = Map.copyOf(changed);
    changed.clear();
    return drained;
  }

  /**
   * Tells the parts that are new when the log has come to a time. One without views is told too:
   * there was a list before, perhaps before the task was restarted, and now it is empty.
   *
   * @param logTime epoch ms
   */
  void rank(long logTime, Consumer<Part> parts) {
    for (Iterator<Map.Entry<Scope, Board>> each = boards.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<Scope, Board> entry = each.next();
      Scope scope = entry.getKey();
      Board board = entry.getValue();
      long end = scope.step(logTime);
      if (board.isDue(end)) {
        parts.accept(board.rank(end, task, videoId -> forgotten(videoId, scope)));
        if (board.size() == 0) {
          each.remove();
        }
      }
    }
  }

  /** How many rings there are. */
  int rings() {
    return boards.values().stream().mapToInt(Board::size).sum();
  }

  /** State is cleared when the longest window has forgotten a video; until then it may lag. */
  private void forgotten(String videoId, Scope scope) {
    if (scope.window() == TrendingWindow.WEEK) {
      changed.computeIfAbsent(videoId, absent -> new HashSet<>()).add(scope.region());
    }
  }

  private Board board(Scope scope) {
    return boards.computeIfAbsent(scope, Board::new);
  }
}
