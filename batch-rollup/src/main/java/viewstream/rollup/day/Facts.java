package viewstream.rollup.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import viewstream.rollup.clickhouse.ClickHouse;

/** What the raw tables say of days: which have facts, and whether facts came since. */
public final class Facts {
  private final ClickHouse clickHouse;
  private final LocalDate oldest;

  /**
   * @param oldest days before it are not looked at
   */
  Facts(ClickHouse clickHouse, LocalDate oldest) {
    this.clickHouse = clickHouse;
    this.oldest = oldest;
  }

  /** Of every day that has facts, when the last of them was inserted. */
  public NavigableMap<LocalDate, Instant> lastInsertions() {
    NavigableMap<LocalDate, Instant> days = new TreeMap<>();
    clickHouse
        .rows(
            """
            SELECT day, toUnixTimestamp(max(inserted))
            FROM
            (
                SELECT toDate(event_time) AS day, max(inserted_at) AS inserted
                FROM viewstream.events WHERE event_time >= toDate('%1$s') GROUP BY day
                UNION ALL
                SELECT toDate(event_time) AS day, max(inserted_at) AS inserted
                FROM viewstream.engagements WHERE event_time >= toDate('%1$s') GROUP BY day
            )
            GROUP BY day
            """
                .formatted(oldest))
        .forEach(
            row ->
                days.put(
                    LocalDate.parse(row.get(0)),
                    Instant.ofEpochSecond(Long.parseLong(row.get(1)))));
    return days;
  }

  /** Whether events of the days beside it came after a snapshot, of views that the day has. */
  public boolean viewsWentOn(LocalDate day, int reachDays, Instant snapshot) {
    Map<String, String> values = new HashMap<>(new DayWindow(day, reachDays).values());
    values.put("snapshot", "toDateTime(" + snapshot.getEpochSecond() + ", 'UTC')");
    return !clickHouse
        .rows(Statement.of("views-went-on", values))
        .getFirst()
        .getFirst()
        .equals("0");
  }

  /** Rolled days on which a video had another owner than it has now. */
  public Set<LocalDate> daysOfReassignedVideos() {
    return clickHouse
        .rows(
            """
            SELECT DISTINCT d.day
            FROM viewstream.video_day AS d
            INNER JOIN
            (
                SELECT video_id, channel_id FROM viewstream.videos FINAL
                WHERE video_id IN (SELECT video_id FROM viewstream.video_day WHERE day >= toDate('%1$s'))
            ) AS v ON v.video_id = d.video_id
            WHERE d.day >= toDate('%1$s') AND d.channel_id != v.channel_id
            """
                .formatted(oldest))
        .stream()
        .map(row -> LocalDate.parse(row.getFirst()))
        .collect(Collectors.toSet());
  }
}
