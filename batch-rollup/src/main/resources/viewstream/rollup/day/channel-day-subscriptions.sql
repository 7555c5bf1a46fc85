-- Subscriptions that name a channel and no video.
INSERT INTO ${channel_day_parts} (channel_id, day, subscribes, unsubscribes)
SELECT channel_id, ${day}, countIf(type = 'subscribe'), countIf(type = 'unsubscribe')
FROM ${engagements}
WHERE video_id = '' AND channel_id != ''
GROUP BY channel_id
