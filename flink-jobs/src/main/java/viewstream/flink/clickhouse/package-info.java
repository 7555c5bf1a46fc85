/** ClickHouse's binary rows and its HTTP interface. */
@NullMarked
package viewstream.flink.clickhouse;

import org.jspecify.annotations.NullMarked;
