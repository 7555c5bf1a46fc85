-- One row per distinct revenue event, exact to nine decimals.
CREATE TABLE IF NOT EXISTS viewstream.revenue
(
    channel_id      String,
    event_time      DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    event_id        UUID,
    video_id        String,
    source          LowCardinality(String),
    amount          Decimal(38, 9),
    currency        LowCardinality(String),
    write_key       LowCardinality(String),
    received_time   DateTime64(3, 'UTC'),
    log_time        DateTime64(3, 'UTC'),
    inserted_at     DateTime('UTC') DEFAULT now()
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(event_time)
ORDER BY (channel_id, event_time, event_id)
TTL toDateTime(event_time) + INTERVAL 7 YEAR
SETTINGS ttl_only_drop_parts = 1;
