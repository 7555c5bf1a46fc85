-- What happened on a video in one quarter hour, human traffic only, counted from the facts: the exact successor of
-- video_minute for days in rollup_ledger. A day's partition is replaced as a whole, so there is nothing to merge.
CREATE TABLE IF NOT EXISTS viewstream.video_quarter_hour
(
    video_id                String,
    quarter_hour            DateTime('UTC') CODEC(Delta, ZSTD),

    play_attempts           UInt64,
    views                   UInt64,
    engaged_views           UInt64,
    completions             UInt64,
    watch_time_ms           UInt64,
    played_ms               UInt64 COMMENT 'content played, rewatching counts',
    max_duration_ms         UInt64 COMMENT 'the largest duration that a player reported',

    startup_ms_sum          UInt64,
    startup_histogram       Map(UInt16, UInt64) COMMENT 'views by bucket: floor(ln(startup_ms) / ln(1.02)), 0 below 1 ms',
    stalls                  UInt64,
    buffering_ms            UInt64,
    start_failures          UInt64,
    playback_failures       UInt64,
    bitrate_kbps_ms         UInt64 COMMENT 'bitrate x credited playing time',
    bitrate_ms              UInt64 COMMENT 'credited playing time of known bitrate',
    dropped_frames          UInt64,

    likes                   UInt64,
    unlikes                 UInt64,
    dislikes                UInt64,
    undislikes              UInt64,
    comments                UInt64,
    shares                  UInt64,
    subscribes              UInt64,
    unsubscribes            UInt64,
    impressions             UInt64,
    clicks                  UInt64,

    views_by_country        Map(LowCardinality(String), UInt64),
    views_by_region         Map(LowCardinality(String), UInt64),
    views_by_device         Map(LowCardinality(String), UInt64),
    views_by_os             Map(LowCardinality(String), UInt64),
    views_by_browser        Map(LowCardinality(String), UInt64),
    views_by_platform       Map(LowCardinality(String), UInt64),
    views_by_traffic_source Map(LowCardinality(String), UInt64),
    views_by_age_group      Map(LowCardinality(String), UInt64),
    views_by_gender         Map(LowCardinality(String), UInt64),

    viewers                 AggregateFunction(uniqCombined64(17), UInt64) COMMENT 'who viewed, about 0.3 % error, to be merged over ranges'
)
ENGINE = MergeTree
PARTITION BY toYYYYMMDD(quarter_hour)
ORDER BY (video_id, quarter_hour)
TTL quarter_hour + INTERVAL 2 YEAR
SETTINGS ttl_only_drop_parts = 1;
