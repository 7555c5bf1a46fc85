package viewstream.query.creator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import viewstream.query.metric.Facts;
import viewstream.query.metric.Metric;
import viewstream.query.time.Period;

/** The dashboard of a channel, as it stands in the reply. */
final class CreatorReply {
  private static final List<Metric> PER_DAY_AND_VIDEO =
      List.of(Metric.VIEWS, Metric.WATCH_TIME_HOURS);
  private static final List<Metric> TOTALS =
      List.of(Metric.WATCH_TIME_HOURS, Metric.UNIQUE_VIEWERS, Metric.SUBSCRIBERS_GAINED);

  private CreatorReply() {}

  static Map<String, Object> of(CreatorQuestion question, CreatorAnswer answer) {
    Period period = question.period();
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("channel_id", question.channelId());
    reply.put("creator_id", question.channelId());
    reply.put("period", period.label());
    reply.putAll(totals(answer.days(period)));
    reply.put("top_videos", answer.topVideos().stream().map(CreatorReply::video).toList());
    reply.put(
        "metrics_over_time",
        period.days().stream().map(day -> day(day, answer.day(period.start(day)))).toList());
    reply.put("previous_period", totals(answer.previousDays(period)));
    return reply;
  }

  private static Map<String, Object> totals(Facts facts) {
    Map<String, Object> totals = new LinkedHashMap<>();
    put(totals, "total_views", Metric.VIEWS, facts);
    TOTALS.forEach(metric -> put(totals, metric.label(), metric, facts));
    return totals;
  }

  private static Map<String, Object> video(TopVideo video) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("video_id", video.videoId());
    shown.put("title", video.title());
    PER_DAY_AND_VIDEO.forEach(metric -> put(shown, metric.label(), metric, video.facts()));
    return shown;
  }

  private static Map<String, Object> day(LocalDate date, Facts facts) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("date", date);
    PER_DAY_AND_VIDEO.forEach(metric -> put(point, metric.label(), metric, facts));
    return point;
  }

  private static void put(Map<String, Object> object, String name, Metric metric, Facts facts) {
    Number value = metric.of(facts);
    if (value != null) {
      object.put(name, value);
    }
  }
}
