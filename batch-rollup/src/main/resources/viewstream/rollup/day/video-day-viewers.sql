-- Exact viewers, counted by grouping: that may spill to disk, a set of them may not.
INSERT INTO ${video_day_parts} (video_id, day, unique_viewers)
SELECT video_id, ${day}, count()
FROM (SELECT video_id, viewer_id FROM ${views} GROUP BY video_id, viewer_id)
GROUP BY video_id
