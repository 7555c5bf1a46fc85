INSERT INTO ${platform_day_parts} (day, unique_viewers)
SELECT ${day}, count()
FROM (SELECT viewer_id FROM ${views} GROUP BY viewer_id)
HAVING count() > 0
