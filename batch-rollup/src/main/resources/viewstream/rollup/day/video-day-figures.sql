-- A video's quarter hours, added up.
INSERT INTO ${video_day_parts} (video_id, day, ${figures})
SELECT video_id, ${day}, ${sums}
FROM ${video_quarter_hour}
GROUP BY video_id
