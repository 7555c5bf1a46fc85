-- What counts at a view's first frame and is known there.
INSERT INTO ${video_quarter_hour_parts} (
    video_id, quarter_hour, views, startup_ms_sum, startup_histogram,
    views_by_country, views_by_region, views_by_device, views_by_os, views_by_browser,
    views_by_platform, views_by_traffic_source, views_by_age_group, views_by_gender, viewers)
SELECT
    video_id,
    toStartOfFifteenMinutes(toDateTime(event_time, 'UTC')) AS quarter_hour,
    count(),
    sum(ifNull(startup_ms, 0)),
    sumMapIf(map(toUInt16(floor(log(greatest(1, ifNull(startup_ms, 0))) / log(1.02))), toUInt64(1)), startup_ms IS NOT NULL),
    sumMap(map(country, toUInt64(1))),
    sumMap(map(region, toUInt64(1))),
    sumMap(map(device, toUInt64(1))),
    sumMap(map(os, toUInt64(1))),
    sumMap(map(browser, toUInt64(1))),
    sumMap(map(platform, toUInt64(1))),
    sumMap(map(traffic_source, toUInt64(1))),
    sumMap(map(age_group, toUInt64(1))),
    sumMap(map(gender, toUInt64(1))),
    uniqCombined64State(17)(viewer_id)
FROM ${views}
GROUP BY video_id, quarter_hour
