/** The query service: serves dashboards and counters from Redis and ClickHouse. */
@NullMarked
package viewstream.query;

import org.jspecify.annotations.NullMarked;
