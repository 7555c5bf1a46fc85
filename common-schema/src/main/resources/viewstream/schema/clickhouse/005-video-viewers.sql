-- Who viewed, per video and quarter hour, as mergeable sketches (about 0.3 % error). Adding a viewer twice changes
-- nothing, so rows repeated in events do no harm.
CREATE TABLE IF NOT EXISTS viewstream.video_viewers
(
    video_id     String,
    quarter_hour DateTime('UTC'),
    viewers      AggregateFunction(uniqCombined64(17), UInt64)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMMDD(quarter_hour)
ORDER BY (video_id, quarter_hour)
TTL quarter_hour + INTERVAL 30 DAY
SETTINGS ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS viewstream.video_viewers_from_events TO viewstream.video_viewers AS
SELECT
    video_id,
    toStartOfFifteenMinutes(toDateTime(event_time, 'UTC')) AS quarter_hour,
    uniqCombined64State(17)(viewer_id) AS viewers
FROM viewstream.events
WHERE is_view AND in_live_figures AND traffic_class = 'human'
GROUP BY video_id, quarter_hour;
