package viewstream.flink.trending;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import viewstream.schema.redis.TrendingList;

/**
 * The videos of one task in one scope. A list is told by looking at all of them: that is done when
 * the window moves on, or when a late view changed it, and is cheaper than keeping an order that
 * every view and every step's passing would disturb.
 */
final class Board {
  private final Scope scope;
  private final Map<String, Ring> rings = new HashMap<>();
  private long end = Long.MIN_VALUE;
  private boolean changed;

  Board(Scope scope) {
    this.scope = scope;
  }

  /** Views at a time; epoch ms. */
  void add(String videoId, long time, long views) {
    long step = scope.step(time);
    rings.computeIfAbsent(videoId, absent -> new Ring()).add(step, views);
    changed |= step < end;
  }

  void put(String videoId, Ring ring) {
    rings.put(videoId, ring);
  }

  @Nullable Ring ring(String videoId) {
    return rings.get(videoId);
  }

  int size() {
    return rings.size();
  }

  /** Whether the part for a window's end is not what was told last. */
  boolean isDue(long windowEnd) {
    return changed || windowEnd > end;
  }

  /**
   * Tells this task's part for the window that ends with a step, and forgets what no window from
   * then on needs.
   *
   * @param forgotten is told of each video that has nothing left here
   */
  Part rank(long windowEnd, int task, Consumer<String> forgotten) {
    end = windowEnd;
    changed = false;
    long start = end - scope.steps();
    long previousStart = start - scope.steps();
    long contributions = 0;
    Leaders now = new Leaders(TrendingList.MOST_ROWS, Tally.RANKING);
    Leaders before = new Leaders(TrendingList.MOST_PREVIOUS_RANKS, Tally.PREVIOUS_RANKING);
    for (Iterator<Map.Entry<String, Ring>> each = rings.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<String, Ring> video = each.next();
      Ring ring = video.getValue();
      ring.forgetBefore(previousStart);
      if (ring.isEmpty()) {
        each.remove();
        forgotten.accept(video.getKey());
        continue;
      }
      Tally tally =
          new Tally(video.getKey(), ring.between(start, end), ring.between(previousStart, start));
      contributions += tally.views() + tally.previousViews();
      if (tally.views() > 0) {
        now.offer(tally);
      }
      if (tally.previousViews() > 0) {
        before.offer(tally);
      }
    }
    Set<Tally> tallies = new LinkedHashSet<>(now.ranked());
    tallies.addAll(before.ranked());
    return new Part(scope, end, task, contributions, List.copyOf(tallies));
  }
}
