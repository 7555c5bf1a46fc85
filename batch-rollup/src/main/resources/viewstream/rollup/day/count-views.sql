-- The day's views counted another way: the marked events by their identity, without FINAL, and the late ones that were found to be views.
SELECT count()
FROM
(
    SELECT 1
    FROM
    (
        SELECT view_id, event_id FROM viewstream.events
        WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human' AND in_live_figures AND is_view
        UNION ALL
        SELECT view_id, event_id FROM ${late_verdicts}
        WHERE event_time >= ${from} AND event_time < ${to} AND is_view
    )
    GROUP BY view_id, event_id
)
