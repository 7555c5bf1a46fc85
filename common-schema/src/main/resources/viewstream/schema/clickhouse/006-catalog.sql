-- What videos and channels are called and who owns what; the row logged last holds (read with FINAL).
CREATE TABLE IF NOT EXISTS viewstream.videos
(
    video_id     String,
    channel_id   String,
    title        String,
    duration_ms  Nullable(UInt64),
    published_at Nullable(DateTime64(3, 'UTC')),
    live         Bool,
    log_time     DateTime64(3, 'UTC'),
    version      UInt64 COMMENT 'log time in ms shifted left by 20, plus the low 20 bits of the offset'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY video_id;

CREATE TABLE IF NOT EXISTS viewstream.channels
(
    channel_id   String,
    name         String,
    log_time     DateTime64(3, 'UTC'),
    version      UInt64 COMMENT 'log time in ms shifted left by 20, plus the low 20 bits of the offset'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY channel_id;
