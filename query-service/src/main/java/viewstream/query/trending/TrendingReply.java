package viewstream.query.trending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;

/** What is trending, as it stands in the reply. */
final class TrendingReply {
  private TrendingReply() {}

  static Map<String, Object> of(TrendingQuestion question, NamedList named) {
    TrendingList list = named.list();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (TrendingRow row : list.rows().subList(0, Math.min(question.limit(), list.rows().size()))) {
      rows.add(row(rows.size() + 1, row, named.names().get(row.videoId())));
    }
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("region", question.region());
    reply.put("time_range", question.window().id());
    reply.put("trending", rows);
    reply.put("window_start", list.windowStart());
    reply.put("window_end", list.windowEnd());
    reply.put("updated_at", list.updatedAt());
    return reply;
  }

  /** A video that is not in the catalogue has neither title nor channel. */
  private static Map<String, @Nullable Object> row(
      int rank, TrendingRow row, @Nullable VideoName name) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("rank", rank);
    shown.put("previous_rank", row.previousRank());
    shown.put("video_id", row.videoId());
    if (name != null) {
      shown.put("title", name.title());
      shown.put("channel_id", name.channelId());
    }
    shown.put("views", row.views());
    shown.put("growth_rate", row.growthRate());
    return shown;
  }
}
