INSERT INTO ${channel_day_parts} (channel_id, day, unique_viewers)
SELECT channel_id, ${day}, count()
FROM
(
    SELECT channel_id, viewer_id
    FROM ${views} AS v
    INNER JOIN (SELECT video_id, channel_id FROM ${video_day}) AS d ON d.video_id = v.video_id
    GROUP BY channel_id, viewer_id
)
GROUP BY channel_id
