-- Whose the videos are now: a video's history follows its channel.
INSERT INTO ${video_day_parts} (video_id, day, channel_id)
SELECT video_id, ${day}, channel_id
FROM viewstream.videos FINAL
WHERE video_id IN (SELECT video_id FROM ${video_quarter_hour})
