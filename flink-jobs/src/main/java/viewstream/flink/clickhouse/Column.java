package viewstream.flink.clickhouse;

import java.util.function.BiConsumer;

/**
 * A column and what is written into it.
 *
 * @param name in the table
 * @param write writes the value of a row, in the column's type
 * @param <T> what a row is made from
 */
public record Column<T>(String name, BiConsumer<RowBinary, T> write) {}
