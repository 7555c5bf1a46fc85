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
    long baseEpochDay = baseDay.toEpochDay();
    Sql sql =
        new SqlText()
            .add(
                "SELECT greatest(intDiv(toUnixTimestamp(m.minute), 86400), ?) AS day,"
                    + " sum(m.views) AS views",
                baseEpochDay)
            .table("video_minute")
            .add(" AS m FINAL WHERE m.video_id = ? GROUP BY day", videoId)
            .done(NAME);
    return clickHouse.query(sql, rows -> totals(baseDay, rows));
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
