-- What a whole view tells, counted where the view counts: start failures at its attempt, all else at its first frame. So the view's
-- events of the days beside are read too.
INSERT INTO ${video_quarter_hour_parts} (
    video_id, quarter_hour, engaged_views, completions, playback_failures, start_failures)
WITH
    reports AS (
        SELECT video_id, event_time, view_id, type, is_attempt, is_view, credited_ms, duration_ms, completed, fatal
        FROM viewstream.events FINAL
        WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human' AND in_live_figures
        UNION ALL
        SELECT video_id, event_time, view_id, type, is_attempt, is_view, credited_ms, duration_ms, completed, fatal
        FROM viewstream.events FINAL
        PREWHERE cityHash64(view_id) IN (
              SELECT cityHash64(view_id) FROM viewstream.events
              WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human' AND (is_attempt OR is_view)
              UNION ALL
              SELECT cityHash64(view_id) FROM ${late_events}
              WHERE event_time >= ${from} AND event_time < ${to} AND (is_attempt OR is_view))
        WHERE (event_time >= ${reach_from} AND event_time < ${from} OR event_time >= ${to} AND event_time < ${reach_to})
          AND traffic_class = 'human' AND in_live_figures
        UNION ALL
        SELECT video_id, event_time, view_id, type, is_attempt, is_view, credited_ms, duration_ms, completed, fatal
        FROM ${late_events}
    ),
    whole_views AS (
        SELECT
            view_id,
            countIf(is_attempt) > 0 AS tried,
            argMinIf(video_id, event_time, is_attempt) AS tried_video,
            minIf(event_time, is_attempt) AS tried_at,
            countIf(is_view) > 0 AS shown,
            argMinIf(video_id, event_time, is_view) AS shown_video,
            minIf(event_time, is_view) AS shown_at,
            sum(credited_ms) AS watched,
            max(ifNull(duration_ms, 0)) AS duration,
            watched >= 30000 OR (duration BETWEEN 1 AND 29999 AND watched * 2 > duration) AS engaged,
            countIf(type = 'complete' OR (type = 'view' AND completed)) > 0 AS ended,
            countIf(type = 'error' AND fatal) > 0 AS failed,
            failed AND maxIf(event_time, type = 'error' AND fatal) >= shown_at AS failed_after,
            failed AND (NOT shown OR minIf(event_time, type = 'error' AND fatal) < shown_at) AS failed_before
        FROM reports
        GROUP BY view_id
        HAVING tried OR shown
    )
SELECT
    milestone.1 AS video_id,
    toStartOfFifteenMinutes(toDateTime(milestone.2, 'UTC')) AS quarter_hour,
    sum(milestone.3), sum(milestone.4), sum(milestone.5), sum(milestone.6)
FROM whole_views
ARRAY JOIN arrayConcat(
    if(shown AND (engaged OR ended OR failed_after), [(shown_video, shown_at, engaged, ended, failed_after, false)], []),
    if(tried AND failed_before, [(tried_video, tried_at, false, false, false, failed_before)], [])) AS milestone
WHERE milestone.2 >= ${from} AND milestone.2 < ${to}
GROUP BY video_id, quarter_hour
