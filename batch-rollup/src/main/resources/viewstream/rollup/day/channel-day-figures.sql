-- A channel's videos, added up.
INSERT INTO ${channel_day_parts} (channel_id, day, ${figures})
SELECT channel_id, ${day}, ${sums}
FROM ${video_day}
GROUP BY channel_id
