-- The day's views, one row each.
INSERT INTO ${views} (video_id, event_time, view_id, viewer_id, startup_ms, country, region, device, platform, os, browser, traffic_source, age_group, gender)
SELECT video_id, event_time, view_id, viewer_id, startup_ms, country, region, device, platform, os, browser, traffic_source, age_group, gender
FROM viewstream.events FINAL
WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human' AND in_live_figures AND is_view
UNION ALL
SELECT video_id, event_time, view_id, viewer_id, startup_ms, country, region, device, platform, os, browser, traffic_source, age_group, gender
FROM ${late_events}
WHERE event_time >= ${from} AND event_time < ${to} AND is_view
