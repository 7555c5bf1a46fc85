package viewstream.query.timeseries;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viewstream.query.metric.Facts;
import viewstream.query.metric.Metric;
import viewstream.query.time.Granularity;
import viewstream.query.time.RelativeRange;
import viewstream.query.video.VideoAnswer;
import viewstream.query.video.VideoQuestion;

/** A time series, as it stands in the reply: a point for every step, whether anything happened. */
final class SeriesReply {
  private SeriesReply() {}

  static Map<String, Object> of(
      VideoQuestion question, Granularity granularity, Set<Metric> metrics, VideoAnswer answer) {
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("video_id", question.videoId());
    reply.put("from", question.range().from());
    reply.put("to", question.range().to());
    reply.put("tz", question.range().zone().getId());
    reply.put("granularity", granularity.label());
    reply.put(
        "points",
        starts(question, answer).stream()
            .map(start -> point(start, answer.facts(start), metrics))
            .toList());
    return reply;
  }

  /** A lifetime begins with the first step in which anything happened. */
  private static List<Instant> starts(VideoQuestion question, VideoAnswer answer) {
    List<Instant> starts = question.steps().starts();
    if (!question.range().label().equals(RelativeRange.LIFETIME.label())) {
      return starts;
    }
    return starts.stream().dropWhile(start -> !answer.byStep().containsKey(start)).toList();
  }

  private static Map<String, Object> point(Instant start, Facts facts, Set<Metric> metrics) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("time", start);
    for (Metric metric : metrics) {
      Number value = metric.of(facts);
      if (value != null) {
        point.put(metric.label(), value);
      }
    }
    return point;
  }
}
