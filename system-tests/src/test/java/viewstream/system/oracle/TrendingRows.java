package viewstream.system.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be trending (contract, section 8). */
public final class TrendingRows {
  private static final int MOST_PREVIOUS_RANKS = 1_000;

  private TrendingRows() {}

  /**
   * One row of a list.
   *
   * @param previousRank null when it was not among the first thousand
   */
  public record Row(
      int rank, @Nullable Integer previousRank, String videoId, long views, double growthRate) {}

  /**
   * The whole list of a window.
   *
   * @param videos figures of all videos, without views that came too late
   * @param country null for all of them and views from nobody knows where
   * @param from inclusive, a full minute
   * @param to exclusive, a full minute
   */
  public static List<Row> expect(
      Map<String, VideoFigures> videos, @Nullable String country, Instant from, Instant to) {
    Instant before = from.minusMillis(to.toEpochMilli() - from.toEpochMilli());
    Map<String, Long> previous = views(videos, country, before, from);
    Map<String, Long> now = views(videos, country, from, to);
    List<String> previousOrder = ranked(previous);
    List<Row> rows = new ArrayList<>();
    for (String videoId : ranked(now)) {
      int place = previousOrder.indexOf(videoId);
      rows.add(
          new Row(
              rows.size() + 1,
              place < 0 || place >= MOST_PREVIOUS_RANKS ? null : Integer.valueOf(place + 1),
              videoId,
              now.get(videoId),
              (now.get(videoId) + 10.0) / (previous.getOrDefault(videoId, 0L) + 10.0)));
    }
    return rows;
  }

  /** By video; only those that have any. */
  private static Map<String, Long> views(
      Map<String, VideoFigures> videos, @Nullable String country, Instant from, Instant to) {
    Map<String, Long> views = new HashMap<>();
    videos.forEach(
        (videoId, figures) -> {
          VideoFigures part = figures.between(from, to);
          long count =
              country == null
                  ? part.total("views")
                  : part.views(Dimension.COUNTRY).getOrDefault(country, 0L);
          if (count > 0) {
            views.put(videoId, count);
          }
        });
    return views;
  }

  private static List<String> ranked(Map<String, Long> views) {
    return views.keySet().stream()
        .sorted(Comparator.<String>comparingLong(id -> -views.get(id)).thenComparing(id -> id))
        .toList();
  }
}
