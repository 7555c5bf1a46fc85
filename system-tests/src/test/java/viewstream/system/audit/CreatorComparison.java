package viewstream.system.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.VideoFigures;

/** Compares the dashboard of a channel with what its videos' figures say. */
final class CreatorComparison {
  private static final double UNIQUES_TOLERANCE = 0.01;
  private static final double MS_PER_HOUR = 3_600_000;
  private static final int TOP_VIDEOS = 10;

  private final List<Difference> differences = new ArrayList<>();
  private final String channelId;
  private final Map<String, VideoFigures> videos;
  private final VideoFigures channel;

  /**
   * @param videos the figures of the channel's videos by id
   */
  CreatorComparison(String channelId, Map<String, VideoFigures> videos) {
    this.channelId = channelId;
    this.videos = videos;
    this.channel = VideoFigures.together(videos.values());
  }

  /** Every field of a dashboard of UTC days. */
  List<Difference> differences(Answer dashboard) {
    List<Map<String, Object>> days = dashboard.objects("metrics_over_time");
    Instant start = start(days.getFirst());
    Instant end = start.plus(Duration.ofDays(days.size()));
    Instant before = start.minus(Duration.ofDays(days.size()));
    totals("", channel.between(start, end), dashboard);
    totals("previous_period.", channel.between(before, start), dashboard);
    days.forEach(this::day);
    topVideos(start, end, dashboard.objects("top_videos"));
    return List.copyOf(differences);
  }

  private void totals(String path, VideoFigures wanted, Answer dashboard) {
    String subscribers = "subscribers_gained";
    exactly(path + "total_views", wanted.total("views"), dashboard.number(path + "total_views"));
    hours(path + "watch_time_hours", wanted, dashboard.number(path + "watch_time_hours"));
    uniques(path + "unique_viewers", wanted, dashboard.number(path + "unique_viewers"));
    exactly(path + subscribers, wanted.total(subscribers), dashboard.number(path + subscribers));
  }

  private void day(Map<String, Object> day) {
    VideoFigures wanted = channel.between(start(day), start(day).plus(Duration.ofDays(1)));
    exactly("views of " + day.get("date"), wanted.total("views"), (BigDecimal) day.get("views"));
    hours(
        "watch_time_hours of " + day.get("date"), wanted, (BigDecimal) day.get("watch_time_hours"));
  }

  private static Instant start(Map<String, Object> day) {
    return LocalDate.parse((String) day.get("date")).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void topVideos(Instant start, Instant end, List<Map<String, Object>> actual) {
    Map<String, VideoFigures> shown = new TreeMap<>();
    videos.forEach((id, figures) -> shown.put(id, figures.between(start, end)));
    List<String> wanted =
        shown.entrySet().stream()
            .filter(video -> video.getValue().total("views") > 0)
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, VideoFigures> video) -> -video.getValue().total("views"))
                    .thenComparing(Map.Entry::getKey))
            .limit(TOP_VIDEOS)
            .map(video -> video.getKey() + " " + video.getValue().total("views"))
            .toList();
    List<String> top =
        actual.stream().map(video -> video.get("video_id") + " " + video.get("views")).toList();
    if (!wanted.equals(top)) {
      differ("top_videos", wanted, top);
    }
    for (Map<String, Object> video : actual) {
      String id = (String) video.get("video_id");
      BigDecimal told = (BigDecimal) video.get("watch_time_hours");
      hours("watch_time_hours of " + id, shown.getOrDefault(id, VideoFigures.NONE), told);
    }
  }

  private void exactly(String field, long wanted, BigDecimal actual) {
    if (actual.compareTo(BigDecimal.valueOf(wanted)) != 0) {
      differ(field, wanted, actual);
    }
  }

  private void hours(String field, VideoFigures figures, BigDecimal actual) {
    double wanted = figures.total("watch_time_ms") / MS_PER_HOUR;
    if (Math.abs(wanted - actual.doubleValue()) > wanted * 1e-9) {
      differ(field, wanted, actual);
    }
  }

  private void uniques(String field, VideoFigures figures, BigDecimal actual) {
    int wanted = figures.viewers();
    if (Math.abs(actual.doubleValue() - wanted) > Math.floor(wanted * UNIQUES_TOLERANCE)) {
      differ(field, wanted, actual);
    }
  }

  private void differ(String field, Object wanted, Object actual) {
    differences.add(new Difference("channel " + channelId, field, wanted, actual));
  }
}
