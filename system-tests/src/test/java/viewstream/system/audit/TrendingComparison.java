package viewstream.system.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.TrendingRows;
import viewstream.system.oracle.VideoFigures;

/**
 * Compares a trending list with what must stand in it. On a fleet with other traffic other videos
 * stand between ours: what they cannot change is our order, our views and our growth.
 */
final class TrendingComparison {
  /** No list is longer; ours may be cut off there. */
  private static final int LONGEST = 200;

  private final String region;
  private final String window;
  private final Map<String, VideoFigures> figures;

  TrendingComparison(String region, String window, Map<String, VideoFigures> figures) {
    this.region = region;
    this.window = window;
    this.figures = figures;
  }

  List<Difference> differences(Answer answer) {
    List<Map<String, Object>> rows = answer.objects("trending");
    List<Row> actual = rows.stream().map(Row::of).filter(row -> isOurs(row.videoId())).toList();
    List<Row> expected =
        TrendingRows.expect(
                figures, country(), answer.instant("window_start"), answer.instant("window_end"))
            .stream()
            .map(row -> new Row(row.videoId(), row.views(), row.growthRate()))
            .toList();
    int compared = rows.size() < LONGEST ? expected.size() : actual.size();
    List<Difference> differences = new ArrayList<>();
    for (int place = 0; place < Math.max(compared, actual.size()); place++) {
      Row wanted = place < expected.size() ? expected.get(place) : null;
      Row told = place < actual.size() ? actual.get(place) : null;
      if (wanted == null || !wanted.equals(told)) {
        differences.add(
            new Difference(
                "trending " + region, window + " place " + place, show(wanted), show(told)));
      }
    }
    return differences;
  }

  private boolean isOurs(String videoId) {
    return figures.containsKey(videoId);
  }

  private @Nullable String country() {
    return region.equals("global") ? null : region;
  }

  private static Object show(@Nullable Row row) {
    return row == null ? "nothing" : row;
  }

  private record Row(String videoId, long views, double growthRate) {
    static Row of(Map<String, Object> row) {
      return new Row(
          (String) row.get("video_id"),
          ((BigDecimal) row.get("views")).longValue(),
          ((BigDecimal) row.get("growth_rate")).doubleValue());
    }
  }
}
