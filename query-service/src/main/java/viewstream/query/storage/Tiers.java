package viewstream.query.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import viewstream.query.time.Steps;
import viewstream.query.time.TimeRange;

/**
 * Which table answers for which time. Rolled days come from the rollup: whole ones that no step
 * cuts from {@code video_day}, the others by the quarter hour. Days not rolled, and ends that cut a
 * quarter hour, come from the live tables. Which days are rolled is read from the ledger once,
 * within the statement, so that no moment counts twice or not at all while a day is being rolled.
 *
 * <p>Steps are cut at starts computed by the caller, so that time zones are decided in one place.
 * They stand in the statement once: it may be 256 KiB long, and a year has 8 760 hours.
 */
final class Tiers {
  /** Minutes before this may be gone: the TTL of {@code video_minute}, by ClickHouse's clock. */
  static final String MINUTES_SINCE = "toStartOfMinute(now() - INTERVAL 72 HOUR)";

  private final SqlText sql;
  private final Videos videos;
  private final TimeRange range;
  private final Steps steps;
  private final QuarterHours quarters;

  /** Or else the statement is a fifth cheaper without that table. */
  private final boolean readsDays;

  /** Of these videos' figures over a range cut into steps; to be written into a statement. */
  Tiers(SqlText sql, Videos videos, TimeRange range, Steps steps) {
    this.sql = sql;
    this.videos = videos;
    this.range = range;
    this.steps = steps;
    this.quarters = QuarterHours.of(range, steps);
    this.readsDays = quarters.holdWholeDay(steps);
  }

  /**
   * What the statement begins with: the days that are rolled, those of them that are whole, and the
   * first quarter hour with views that only the sketches of viewers still know of.
   */
  void with() {
    videos
        .name(sql.add("WITH CAST(? AS Array(UInt32)) AS starts", starts()))
        .add(", (day -> toUnixTimestamp(toDateTime(day, 'UTC'))) AS midnight")
        .add(", (SELECT groupUniqArray(l.day)")
        .table("rollup_ledger")
        .add(" AS l WHERE l.day >= toDate(?)", quarters.startDay())
        .add(" AND l.day < toDate(?)) AS rolled", quarters.endDay())
        .add(", arrayFilter(day -> midnight(day) >= ?", quarters.wholeFrom().getEpochSecond())
        .add(" AND midnight(day) + 86400 <= ?", quarters.wholeTo().getEpochSecond())
        .add(" AND roundDown(midnight(day), starts) = roundDown(midnight(day) + 86399, starts)")
        .add(", rolled) AS whole, (SELECT toUnixTimestamp(min(q.quarter_hour))");
    liveQuarterHours();
    sql.add(" AND q.quarter_hour < " + MINUTES_SINCE + ") AS gap ");
  }

  /** Rows of a step and of these columns, which all tables have; a step may have many rows. */
  void figures(Collection<String> columns) {
    sql.add(step("toUnixTimestamp(m.minute)") + of("m", columns)).table("video_minute");
    videos
        .of(sql.add(" AS m FINAL WHERE "), "m")
        .add(" AND ")
        .within("m.minute", range.from(), range.to())
        .add(" AND (NOT has(rolled, toDate(m.minute)) OR NOT (")
        .within("m.minute", quarters.wholeFrom(), quarters.wholeTo())
        .add(")) UNION ALL " + step("toUnixTimestamp(q.quarter_hour)") + of("q", columns));
    rolledQuarterHours();
    if (readsDays) {
      sql.add(" UNION ALL " + step("midnight(d.day)") + of("d", columns));
      wholeDays();
    }
  }

  /** Rows of a step, a sketch of viewers, and of a whole day their exact number too, else null. */
  void viewers() {
    sql.add(step("toUnixTimestamp(q.quarter_hour)") + ", q.viewers AS sketch, NULL AS exact");
    liveQuarterHours();
    sql.add(" UNION ALL " + step("toUnixTimestamp(q.quarter_hour)") + ", q.viewers, NULL");
    rolledQuarterHours();
    if (readsDays) {
      sql.add(" UNION ALL " + step("midnight(d.day)") + ", d.viewers, d.unique_viewers");
      wholeDays();
    }
    sql.add(" UNION ALL " + step("toUnixTimestamp(e.event_time)"))
        .add(", uniqCombined64State(17)(e.viewer_id), NULL")
        .table("events");
    videos
        .of(sql.add(" AS e WHERE "), "e")
        .add(" AND (")
        .within("e.event_time", quarters.from(), quarters.wholeFrom())
        .add(" OR ")
        .within("e.event_time", quarters.wholeTo(), quarters.to())
        .add(") AND e.is_view AND e.in_live_figures AND e.traffic_class = 'human' GROUP BY step");
  }

  /** Whole quarter hours of days not rolled, of which there are sketches only. */
  private void liveQuarterHours() {
    quarterHours("video_viewers").add(" AND NOT has(rolled, toDate(q.quarter_hour))");
  }

  private void rolledQuarterHours() {
    quarterHours("video_quarter_hour")
        .add(" AND has(rolled, toDate(q.quarter_hour)) AND NOT has(whole, toDate(q.quarter_hour))");
  }

  private SqlText quarterHours(String table) {
    return videos
        .of(sql.table(table).add(" AS q WHERE "), "q")
        .add(" AND ")
        .within("q.quarter_hour", quarters.wholeFrom(), quarters.wholeTo());
  }

  private void wholeDays() {
    videos.of(sql.table("video_day").add(" AS d WHERE "), "d").add(" AND d.day IN whole");
  }

  /** The beginning of a SELECT: the step that a time in epoch seconds falls into. */
  static String step(String seconds) {
    return "SELECT roundDown(" + seconds + ", starts) AS step";
  }

  private static String of(String table, Collection<String> columns) {
    return columns.stream()
        .map(column -> ", " + table + "." + column)
        .collect(Collectors.joining());
  }

  private String starts() {
    return steps.starts().stream()
        .map(Instant::getEpochSecond)
        .map(String::valueOf)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
