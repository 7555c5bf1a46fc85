package viewstream.flink.trending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first so many by some ranking, of any number that are offered. */
final class Leaders {
  private final int most;
  private final Comparator<Tally> ranking;

  /** The last of the first is at its head. */
  private final PriorityQueue<Tally> first;

  Leaders(int most, Comparator<Tally> ranking) {
    this.most = most;
    this.ranking = ranking;
    this.first = new PriorityQueue<>(ranking.reversed());
  }

  void offer(Tally tally) {
    if (first.size() < most) {
      first.add(tally);
    } else if (ranking.compare(tally, first.element()) < 0) {
      first.remove();
      first.add(tally);
    }
  }

  /** By rank. */
  List<Tally> ranked() {
    List<Tally> ranked = new ArrayList<>(first);
    ranked.sort(ranking);
    return ranked;
  }
}
