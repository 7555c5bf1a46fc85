-- Late events as the tracker would have written them: what holds of them, with its verdict.
INSERT INTO ${late_events}
SELECT e.* REPLACE (v.is_attempt AS is_attempt, v.is_view AS is_view, v.credited_ms AS credited_ms)
FROM
(
    SELECT * FROM viewstream.events FINAL
    PREWHERE cityHash64(view_id) IN (SELECT cityHash64(view_id) FROM ${late_verdicts})
    WHERE event_time >= ${reach_from} AND event_time < ${reach_to} AND traffic_class = 'human' AND NOT in_live_figures
) AS e
INNER JOIN ${late_verdicts} AS v
    ON v.video_id = e.video_id AND v.event_time = e.event_time AND v.view_id = e.view_id AND v.event_id = e.event_id
SETTINGS join_algorithm = 'full_sorting_merge'
