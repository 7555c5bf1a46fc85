/**
 * The ClickHouse engine as a process of its own, without a server package.
 *
 * <p>{@link viewstream.stack.clickhouse.ClickHouseServer} loads the engine as a library and speaks
 * ClickHouse's HTTP protocol in front of it, so that drivers cannot tell the difference. {@link
 * viewstream.stack.clickhouse.EngineCache} finds that library or fetches it.
 */
@NullMarked
package viewstream.stack.clickhouse;

import org.jspecify.annotations.NullMarked;
