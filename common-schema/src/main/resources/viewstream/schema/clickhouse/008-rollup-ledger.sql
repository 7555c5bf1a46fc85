-- One row per finished roll of a day: what it read, when, and how the total changed.
CREATE TABLE IF NOT EXISTS viewstream.rollup_ledger
(
    day            Date,
    rolled_at      DateTime64(3, 'UTC'),
    snapshot_time  DateTime('UTC') COMMENT 'rows inserted into the day after this make it dirty again',
    reason         LowCardinality(String),
    old_views      UInt64,
    new_views      UInt64,
    old_watch_time_ms UInt64,
    new_watch_time_ms UInt64
)
ENGINE = ReplacingMergeTree
ORDER BY (day, rolled_at);
