-- Whether events that came after the day's last roll belong to its views, though they happened on the days beside it.
SELECT count()
FROM viewstream.events
WHERE (event_time >= ${reach_from} AND event_time < ${from} OR event_time >= ${to} AND event_time < ${reach_to})
  AND inserted_at > ${snapshot} AND traffic_class = 'human'
  AND cityHash64(view_id) IN (
      SELECT cityHash64(view_id) FROM viewstream.events
      WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human' AND type IN ('play', 'first_frame', 'view'))
