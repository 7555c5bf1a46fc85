-- One row per key of what several statements counted.
INSERT INTO ${table} (${keys}, ${figures})
SELECT ${keys}, ${sums}
FROM ${parts}
GROUP BY ${keys}
