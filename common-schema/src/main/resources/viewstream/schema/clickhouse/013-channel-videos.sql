-- The catalogue read from the other side: the videos that a channel has, or once had. Who reads it asks videos again
-- who owns them now.
CREATE TABLE IF NOT EXISTS viewstream.channel_videos
(
    channel_id String,
    video_id   String
)
ENGINE = ReplacingMergeTree
ORDER BY (channel_id, video_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS viewstream.channel_videos_from_videos TO viewstream.channel_videos AS
SELECT channel_id, video_id
FROM viewstream.videos;

INSERT INTO viewstream.channel_videos SELECT channel_id, video_id FROM viewstream.videos;
