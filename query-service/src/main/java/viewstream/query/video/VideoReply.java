package viewstream.query.video;

import java.util.LinkedHashMap;
import java.util.Map;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Facts;
import viewstream.query.metric.Metric;
import viewstream.query.metric.Shares;

/** The figures of a video, as they stand in the reply. */
final class VideoReply {
  private VideoReply() {}

  static Map<String, Object> of(VideoQuestion question, VideoAnswer answer) {
    Facts facts = answer.facts(question.range().from());
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("video_id", question.videoId());
    reply.put("from", question.range().from());
    reply.put("to", question.range().to());
    reply.put("tz", question.range().zone().getId());
    reply.put("metrics", values(Metric.Group.METRICS, facts));
    reply.put("demographics", shares(true, answer));
    reply.putAll(shares(false, answer));
    reply.put("qoe", values(Metric.Group.QOE, facts));
    return reply;
  }

  private static Map<String, Number> values(Metric.Group group, Facts facts) {
    Map<String, Number> values = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      Number value = metric.group() == group ? metric.of(facts) : null;
      if (value != null) {
        values.put(metric.label(), value);
      }
    }
    return values;
  }

  private static Map<String, Object> shares(boolean demographic, VideoAnswer answer) {
    Map<String, Object> shares = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values()) {
      if (dimension.demographic() == demographic) {
        shares.put(
            dimension.plural(), Shares.of(answer.breakdowns().getOrDefault(dimension, Map.of())));
      }
    }
    return shares;
  }
}
