/** Statements to ClickHouse. */
@NullMarked
package viewstream.rollup.clickhouse;

import org.jspecify.annotations.NullMarked;
