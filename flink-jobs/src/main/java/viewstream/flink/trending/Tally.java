package viewstream.flink.trending;

import java.util.Comparator;

/**
 * One video's views.
 *
 * @param videoId the video
 * @param views in the window
 * @param previousViews in the equal window just before
 */
record Tally(String videoId, long views, long previousViews) {
  /** By rank in the window. */
  static final Comparator<Tally> RANKING =
      Comparator.comparingLong(Tally::views).reversed().thenComparing(Tally::videoId);

  /** By rank in the window before. */
  static final Comparator<Tally> PREVIOUS_RANKING =
      Comparator.comparingLong(Tally::previousViews).reversed().thenComparing(Tally::videoId);
}
