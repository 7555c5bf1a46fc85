/** The ClickHouse tables, as numbered migrations, and the runner that applies them. */
@NullMarked
package viewstream.schema.clickhouse;

import org.jspecify.annotations.NullMarked;
