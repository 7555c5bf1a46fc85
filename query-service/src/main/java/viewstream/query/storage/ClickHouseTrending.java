package viewstream.query.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.trending.NamedList;
import viewstream.query.trending.TrendingArchive;
import viewstream.query.trending.VideoName;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;

/** Trending lists as they were shown, and names of the catalogue, from ClickHouse. */
@Component
final class ClickHouseTrending implements TrendingArchive {
  private static final String NAMED = "SELECT v.video_id AS video_id, v.title, v.channel_id";

  private final ClickHouse clickHouse;

  ClickHouseTrending(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  public @Nullable NamedList latest(String region, TrendingWindow window, Instant since) {
    SqlText sql = new SqlText().add("WITH latest AS (SELECT s.*").table("trending_snapshots");
    sql.add(" AS s FINAL WHERE s.region = ? AND s.window = ?", region, window.id());
    newest(sql.add(" AND s.taken_at = "), region, window, since);
    // A region that nobody watches any more has no rows; its last ones are not the latest list.
    newest(
        sql.add(" AND s.taken_at >= -? + ", window.step().toSeconds()),
        RedisKeys.GLOBAL,
        window,
        since);
    sql.add(") SELECT latest.*, toUnixTimestamp(latest.taken_at) AS window_end")
        .add(", names.title, names.channel_id FROM latest LEFT JOIN (" + NAMED)
        .table("videos")
        .add(" AS v FINAL WHERE v.video_id IN (SELECT latest.video_id FROM latest)) AS names")
        .add(" USING (video_id) ORDER BY rank");
    return clickHouse.query(sql.done("trending"), rows -> list(window, rows));
  }

  private static void newest(SqlText sql, String region, TrendingWindow window, Instant since) {
    sql.add("(SELECT max(t.taken_at)")
        .table("trending_snapshots")
        .add(" AS t WHERE t.region = ? AND t.window = ?", region, window.id())
        .add(" AND t.taken_at >= toDateTime(?))", since.getEpochSecond());
  }

  private static @Nullable NamedList list(TrendingWindow window, ResultSet rows)
      throws SQLException {
    Instant end = null;
    long version = 0;
    List<TrendingRow> trending = new ArrayList<>();
    Map<String, VideoName> names = new HashMap<>();
    while (rows.next()) {
      end = Instant.ofEpochSecond(rows.getLong("window_end"));
      version = rows.getLong("version");
      trending.add(row(rows));
      name(rows, names);
    }
    return end == null
        ? null
        : new NamedList(
            new TrendingList(end.minus(window.length()), end, end, version, trending), names);
  }

  private static TrendingRow row(ResultSet rows) throws SQLException {
    int previousRank = rows.getInt("previous_rank");
    return new TrendingRow(
        rows.getString("video_id"),
        rows.getLong("views"),
        rows.getLong("previous_views"),
        previousRank == 0 ? null : previousRank);
  }

  @Override
  public Map<String, VideoName> names(Collection<String> videoIds) {
    Object[] ids = videoIds.toArray();
    String marks = "?" + ", ?".repeat(ids.length - 1);
    Sql sql =
        new SqlText()
            .add(NAMED)
            .table("videos")
            .add(" AS v FINAL WHERE v.video_id IN (" + marks + ")", ids)
            .done("names");
    return clickHouse.query(sql, ClickHouseTrending::names);
  }

  private static Map<String, VideoName> names(ResultSet rows) throws SQLException {
    Map<String, VideoName> names = new HashMap<>();
    while (rows.next()) {
      name(rows, names);
    }
    return names;
  }

  /** Every video of the catalogue has a channel. */
  private static void name(ResultSet rows, Map<String, VideoName> names) throws SQLException {
    String channelId = rows.getString("channel_id");
    if (!channelId.isEmpty()) {
      names.put(rows.getString("video_id"), new VideoName(rows.getString("title"), channelId));
    }
  }
}
