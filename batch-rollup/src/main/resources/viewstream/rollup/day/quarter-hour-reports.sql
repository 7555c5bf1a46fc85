-- What every event counts for at its own time.
INSERT INTO ${video_quarter_hour_parts} (
    video_id, quarter_hour, play_attempts, watch_time_ms, played_ms, max_duration_ms, stalls, buffering_ms,
    bitrate_kbps_ms, bitrate_ms, dropped_frames)
SELECT
    video_id,
    toStartOfFifteenMinutes(toDateTime(event_time, 'UTC')) AS quarter_hour,
    countIf(is_attempt),
    sum(credited_ms),
    sum(arraySum((a, b) -> if(b > a, b - a, 0), played_from_ms, played_to_ms)),
    max(ifNull(duration_ms, 0)),
    countIf(type = 'buffer'),
    sum(buffering_ms),
    sum(toUInt64(ifNull(bitrate_kbps, 0)) * credited_ms),
    sumIf(credited_ms, bitrate_kbps IS NOT NULL),
    sum(dropped_frames)
FROM
(
    SELECT video_id, event_time, type, is_attempt, credited_ms, played_from_ms, played_to_ms, duration_ms, buffering_ms, bitrate_kbps, dropped_frames
    FROM viewstream.events FINAL
    WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human' AND in_live_figures
    UNION ALL
    SELECT video_id, event_time, type, is_attempt, credited_ms, played_from_ms, played_to_ms, duration_ms, buffering_ms, bitrate_kbps, dropped_frames
    FROM ${late_events}
    WHERE event_time >= ${from} AND event_time < ${to}
)
GROUP BY video_id, quarter_hour
