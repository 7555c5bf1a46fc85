-- Likes, comments and their like. A late one whose id was there already, at whatever time, is a repeat.
INSERT INTO ${video_quarter_hour_parts} (
    video_id, quarter_hour, likes, unlikes, dislikes, undislikes, comments, shares, subscribes, unsubscribes, impressions, clicks)
SELECT
    video_id,
    toStartOfFifteenMinutes(toDateTime(event_time, 'UTC')) AS quarter_hour,
    countIf(type = 'like'),
    countIf(type = 'unlike'),
    countIf(type = 'dislike'),
    countIf(type = 'undislike'),
    countIf(type = 'comment'),
    countIf(type = 'share'),
    countIf(type = 'subscribe'),
    countIf(type = 'unsubscribe'),
    countIf(type = 'impression'),
    countIf(type = 'click')
FROM ${engagements}
WHERE video_id != ''
GROUP BY video_id, quarter_hour
