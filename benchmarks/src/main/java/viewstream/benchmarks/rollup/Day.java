package viewstream.benchmarks.rollup;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import viewstream.benchmarks.fleet.Fleet;

/**
 * A day's facts, made by ClickHouse itself: a few videos get most of the views, viewers come back,
 * each view is an attempt, a first frame, heartbeats and an end.
 *
 * @param fleet whose {@code events} they go to
 * @param day when they happened
 */
record Day(Fleet fleet, LocalDate day) {
  static final int VIEWS = 1_000_000;
  static final int EVENTS = 10 * VIEWS;

  private static final int SLICES = 10;
  private static final String PEER = "viewstream.bare_day";

  /** Each row is made from nothing but the number of its event. */
  private static final String INSERT =
      """
      INSERT INTO viewstream.events (video_id, event_time, view_id, event_id, type, seq, is_attempt, is_view,
        in_live_figures, watched_ms, credited_ms, played_from_ms, played_to_ms, startup_ms, state, duration_ms,
        bitrate_kbps, country, region, city, device, platform, os, browser, player, traffic_source, age_group,
        gender, write_key, source, traffic_class, viewer_id, client_time, received_time, log_time)
      WITH
        intDiv(number, 10) AS view, number %% 10 AS step,
        cityHash64(view) AS h, cityHash64(view, 'video') AS hv, cityHash64(view, 'viewer') AS hw,
        toDateTime64(%1$d, 3, 'UTC') + toIntervalMillisecond(h %% 86000000 + step * 15000) AS time,
        step >= 2 ? 15000 : 0 AS watched
      SELECT
        'video-' || toString(toUInt32(20000 * pow((hv %% 1000000) / 1000000, 4))), time,
        lower(hex(h)), reinterpretAsUUID(unhex(hex(cityHash64(number)) || hex(cityHash64(number, 'id')))),
        ['play', 'first_frame', 'heartbeat', 'heartbeat', 'heartbeat', 'heartbeat', 'heartbeat', 'heartbeat',
          'heartbeat', h %% 3 = 0 ? 'complete' : 'stop'][step + 1],
        step, step = 0, step = 1, true, watched, watched,
        step >= 2 ? [toUInt64((step - 2) * 15000)] : [], step >= 2 ? [toUInt64((step - 1) * 15000)] : [],
        step = 1 ? 80 + h %% 3000 : NULL, step BETWEEN 2 AND 8 ? 'playing' : '', 120000 + hv %% 600000,
        [800, 1500, 2500, 5000][h %% 4 + 1],
        ['US', 'IN', 'BR', 'DE', 'JP', 'GB', 'FR', 'MX', 'ID', 'NG'][toUInt8(10 * pow((hw %% 1000) / 1000, 2)) + 1],
        toString(hw %% 16), 'city-' || toString(hw %% 200),
        ['mobile', 'desktop', 'tablet', 'tv'][hw %% 4 + 1], ['android', 'ios', 'web'][hw %% 3 + 1],
        ['Android', 'iOS', 'Windows', 'macOS'][hw %% 4 + 1], ['Chrome', 'Safari', 'Firefox'][hw %% 3 + 1],
        'viewstream', ['search', 'suggested', 'browse', 'external'][h %% 4 + 1],
        ['18-24', '25-34', '35-44', 'unknown'][hw %% 4 + 1], ['female', 'male', 'unknown'][hw %% 3 + 1],
        'bench', 'player', h %% 50 = 0 ? 'bot' : 'human',
        cityHash64(hw %% 400000), time, time + 1, time + 1
      FROM numbers(%2$d, %3$d)
      """;

  /**
   * Writes them, a slice at a time, and merges them as a day would be merged by then. The live
   * figures' sketches, which have no part in it, are left out.
   */
  void fill() throws IOException {
    fleet.sql("DROP VIEW viewstream.video_viewers_from_events");
    int rows = EVENTS / SLICES;
    for (int slice = 0; slice < SLICES; slice++) {
      fleet.sql(INSERT.formatted(midnight(), (long) slice * rows, rows));
    }
    fleet.sql("OPTIMIZE TABLE viewstream.events FINAL");
  }

  /** Makes the table that the bare statement fills. */
  void createPeer() throws IOException {
    fleet.sql(
        """
        CREATE TABLE %s (video_id String, views UInt64, watch_time_ms UInt64, unique_viewers UInt64)
        ENGINE = MergeTree ORDER BY video_id
        """
            .formatted(PEER));
  }

  /** The least that a day's figures can cost: one pass, three figures per video, exact uniques. */
  void insertIntoPeer() throws IOException {
    fleet.sql(
        """
        INSERT INTO %s SELECT video_id, countIf(is_view), sum(credited_ms), uniqExactIf(viewer_id, is_view)
        FROM viewstream.events
        WHERE event_time >= toDateTime64(%d, 3, 'UTC') AND event_time < toDateTime64(%d, 3, 'UTC')
        GROUP BY video_id
        """
            .formatted(PEER, midnight(), midnight() + 86_400));
  }

  private long midnight() {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
