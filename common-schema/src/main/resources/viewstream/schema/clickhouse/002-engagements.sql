-- One row per distinct like, comment, share, subscription, impression or click.
CREATE TABLE IF NOT EXISTS viewstream.engagements
(
    video_id        String   COMMENT 'empty where a subscription names a channel alone',
    event_time      DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    event_id        UUID,
    type            LowCardinality(String),
    channel_id      String   COMMENT 'as reported; empty on all but subscriptions',
    view_id         String,
    in_live_figures Bool     COMMENT 'false when it came more than 24 h late and only the rollup counts it',
    country         LowCardinality(String),
    region          LowCardinality(String),
    city            LowCardinality(String),
    device          LowCardinality(String),
    platform        LowCardinality(String),
    os              LowCardinality(String),
    browser         LowCardinality(String),
    app_version     LowCardinality(String),
    player          LowCardinality(String),
    player_version  LowCardinality(String),
    traffic_source  LowCardinality(String),
    referrer        String,
    age_group       LowCardinality(String),
    gender          LowCardinality(String),
    subscribed      Nullable(Bool),
    live            Nullable(Bool),
    props           Map(LowCardinality(String), String),
    write_key       LowCardinality(String),
    source          LowCardinality(String),
    traffic_class   LowCardinality(String),
    viewer_id       UInt64,
    anonymous       Bool,
    session_id      String,
    client_time     DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    received_time   DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    log_time        DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    inserted_at     DateTime('UTC') DEFAULT now() CODEC(Delta, ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMMDD(event_time)
ORDER BY (video_id, event_time, event_id)
TTL toDateTime(event_time) + INTERVAL 3 YEAR
SETTINGS ttl_only_drop_parts = 1;
