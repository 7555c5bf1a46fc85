-- What the tracker would have said of events that reached the log after it had closed their time: judged in the order of the log,
-- against all that the log had of their view before. Live events of these views are read for that and keep their own verdict.
INSERT INTO ${late_verdicts} (video_id, event_time, view_id, event_id, is_attempt, is_view, credited_ms)
WITH
    -- Every event of a view that has late ones.
    reports AS (
        SELECT
            view_id,
            groupArray(CAST(
                (in_live_figures, toUnixTimestamp64Milli(log_time), toUnixTimestamp64Milli(event_time), event_id, ifNull(toString(seq), toString(event_id)),
                 video_id, type = 'view', type IN ('first_frame', 'view'), type IN ('play', 'first_frame', 'view'), is_attempt, is_view, watched_ms, credited_ms),
                'Tuple(live Bool, logged Int64, time Int64, id UUID, seq String,
                 video String, whole Bool, shows Bool, tries Bool, attempt Bool, view Bool, claimed Int64, credited Int64)')) AS all_events
        FROM viewstream.events FINAL
        PREWHERE cityHash64(view_id) IN (
              SELECT cityHash64(view_id) FROM viewstream.events
              WHERE event_time >= ${reach_from} AND event_time < ${reach_to} AND traffic_class = 'human' AND NOT in_live_figures)
          AND cityHash64(view_id) IN (
              SELECT cityHash64(view_id) FROM viewstream.events
              WHERE event_time >= ${from} AND event_time < ${to} AND traffic_class = 'human')
        WHERE event_time >= ${reach_from} AND event_time < ${reach_to} AND traffic_class = 'human'
        GROUP BY view_id
    ),
    -- A repeated id, or another id with the same seq, is dropped: of equals the live one stays, otherwise the one logged first.
    distinct_reports AS (
        SELECT
            view_id,
            arraySort(e -> (NOT e.live, e.logged, e.time, e.id), all_events) AS ranked,
            arraySort(e -> (e.logged, e.time, e.id), arrayFilter(
                (e, nth_id, nth_seq) -> e.live OR (nth_id = 1 AND nth_seq = 1),
                ranked, arrayEnumerateUniq(ranked.id), arrayEnumerateUniq(ranked.seq))) AS log
        FROM reports
    ),
    -- A view has one attempt and one first frame: what the tracker marked, otherwise what was logged first.
    milestones AS (
        SELECT
            view_id,
            log,
            if(arrayExists(e -> e.attempt, log), 0, arrayFirstIndex(e -> e.tries AND NOT e.live, log)) AS attempt,
            if(arrayExists(e -> e.view, log), 0, arrayFirstIndex(e -> e.shows AND NOT e.live, log)) AS shown
        FROM distinct_reports
    ),
    -- The watch-time cap, folded over (times seen, sum credited under it, credits).
    credits AS (
        SELECT
            view_id,
            log,
            attempt,
            shown,
            arrayFold(
                (seen, time, live, credited, claimed, is_whole) -> (
                    arrayPushBack(seen.1, time),
                    seen.2 + multiIf(is_whole, 0, live, credited, greatest(0, least(
                        claimed,
                        if(arrayExists(t -> t < time, seen.1), time - arrayMax(arrayFilter(t -> t < time, seen.1)) + 5000, 65000),
                        arrayMax(arrayPushBack(seen.1, time)) - arrayMin(arrayPushBack(seen.1, time)) + 65000 - seen.2))),
                    arrayPushBack(seen.3, seen.2)),
                log.time, log.live, log.credited, log.claimed,
                arrayMap((whole, view, i) -> whole AND (view OR i = shown), log.whole, log.view, arrayEnumerate(log)),
                (CAST([], 'Array(Int64)'), toInt64(0), CAST([], 'Array(Int64)'))) AS fold,
            arrayPopFront(arrayPushBack(fold.3, fold.2)) AS credited_after,
            fold.3 AS credited_before
        FROM milestones
    )
SELECT
    event.video, fromUnixTimestamp64Milli(event.time), view_id, event.id, i = attempt, i = shown,
    if(event.whole AND i = shown, least(event.claimed, 86400000), after - before)
FROM credits
ARRAY JOIN log AS event, arrayEnumerate(log) AS i, credited_after AS after, credited_before AS before
WHERE NOT event.live
