-- The day's engagements. A late one whose id was there already, at whatever time, is a repeat: of late ones the first logged holds.
INSERT INTO ${engagements} (video_id, event_time, event_id, type, channel_id)
SELECT video_id, event_time, event_id, type, channel_id
FROM viewstream.engagements FINAL
WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human' AND in_live_figures
UNION ALL
SELECT video_id, event_time, event_id, type, channel_id
FROM
(
    SELECT video_id, event_time, event_id, type, channel_id
    FROM viewstream.engagements FINAL
    WHERE event_time >= ${reach_from} AND event_time < ${reach_to} AND traffic_class = 'human' AND NOT in_live_figures
      AND event_id NOT IN (
          SELECT event_id FROM viewstream.engagements
          WHERE event_time >= ${reach_from} AND event_time < ${reach_to} AND traffic_class = 'human' AND in_live_figures
            AND event_id IN (
                SELECT event_id FROM viewstream.engagements
                WHERE event_time >= ${reach_from} AND event_time < ${reach_to} AND NOT in_live_figures))
    ORDER BY log_time, event_time
    LIMIT 1 BY event_id
)
WHERE event_time >= ${from} AND event_time < ${to}
