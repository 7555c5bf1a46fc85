package viewstream.query.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import viewstream.query.counter.StoredViews;
import viewstream.query.counter.ViewTotals;

/** Views of a video by UTC day, from ClickHouse. */
@Component
final class ClickHouseViews implements StoredViews {
  private static final String NAME = "counter";

  private final ClickHouse clickHouse;

  ClickHouseViews(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** All settled days make one row, whose day is {@code baseDay}. */
  @Override
  public ViewTotals count(String videoId, LocalDate baseDay) {
    SqlText sql =
        new SqlText()
            .add("WITH (SELECT groupUniqArray(l.day)")
            .table("rollup_ledger")
            .add(" AS l) AS rolled, " + Tiers.MINUTES_SINCE + " AS minutes_since")
            .add(", arrayMap(back -> toDate(now('UTC')) - back, range(31)) AS days")
            .add(
                ", toDateTime(arrayMin(arrayFilter(d -> NOT has(rolled, d), days)), 'UTC') AS"
                    + " live_since")
            .add(" SELECT greatest(toRelativeDayNum(time), ?) AS day", baseDay.toEpochDay())
            .add(", sum(counted) AS views FROM (SELECT toDate(d.day) AS time, d.views AS counted")
            .table("video_day")
            .add(" AS d WHERE d.video_id = ? AND has(rolled, d.day)", videoId);
    live(sql, videoId);
    return clickHouse.query(sql.add(") GROUP BY day").done(NAME), rows -> totals(baseDay, rows));
  }

  /** Days not rolled: from minutes, and where these are no longer kept from the first frames. */
  private static void live(SqlText sql, String videoId) {
    sql.add(" UNION ALL SELECT toDate(m.minute), m.views")
        .table("video_minute")
        .add(" AS m FINAL WHERE m.video_id = ? AND m.minute >= minutes_since", videoId)
        .add(" AND NOT has(rolled, toDate(m.minute))")
        .add(" UNION ALL SELECT toDate(e.event_time), toUInt64(1)")
        .table("events")
        .add(" AS e FINAL WHERE e.video_id = ? AND e.event_time >= live_since", videoId)
        .add(" AND e.event_time < minutes_since AND NOT has(rolled, toDate(e.event_time))")
        .add(" AND e.is_view AND e.in_live_figures AND e.traffic_class = 'human'");
  }

  private static ViewTotals totals(LocalDate baseDay, ResultSet rows) throws SQLException {
    long base = 0;
    Map<LocalDate, Long> later = new HashMap<>();
    while (rows.next()) {
      LocalDate day = LocalDate.ofEpochDay(rows.getLong("day"));
      long views = rows.getLong("views");
      if (day.equals(baseDay)) {
        base = views;
      } else {
        later.put(day, views);
      }
    }
    return new ViewTotals(base, baseDay, later);
  }
}
