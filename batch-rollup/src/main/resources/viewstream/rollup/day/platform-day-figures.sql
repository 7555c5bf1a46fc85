-- All channels, added up; a day on which nothing happened has no row.
INSERT INTO ${platform_day_parts} (day, ${figures})
SELECT ${day}, ${sums}
FROM ${channel_day}
HAVING count() > 0
