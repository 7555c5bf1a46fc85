-- What was trending, as it was shown.
CREATE TABLE IF NOT EXISTS viewstream.trending_snapshots
(
    region         LowCardinality(String) COMMENT 'global or ISO 3166-1 alpha-2',
    window         LowCardinality(String) COMMENT '1h, 24h or 7d',
    taken_at       DateTime('UTC')        COMMENT 'end of the window',
    rank           UInt16,
    previous_rank  Nullable(UInt16),
    video_id       String,
    views          UInt64,
    previous_views UInt64                 COMMENT 'in the equal window just before',
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMMDD(taken_at)
ORDER BY (region, window, taken_at, rank)
TTL taken_at + INTERVAL 90 DAY
SETTINGS ttl_only_drop_parts = 1;
