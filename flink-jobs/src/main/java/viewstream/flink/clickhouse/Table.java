package viewstream.flink.clickhouse;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table and how its rows are made. Columns that are not named take their defaults.
 *
 * @param name of the table
 * @param columns in the order in which they are written
 * @param <T> what a row is made from
 */
public record Table<T>(String name, List<Column<T>> columns) {
  public Table {
    columns = List.copyOf(columns);
  }

  /** The row in ClickHouse's RowBinary. */
  public byte[] row(T source) {
    RowBinary row = new RowBinary();
    for (Column<T> column : columns) {
      column.write().accept(row, source);
    }
    return row.toBytes();
  }

  /** The statement that takes rows, one after the other without anything between. */
  public String insert() {
    return columns.stream()
        .map(Column::name)
        .collect(Collectors.joining(", ", "INSERT INTO " + name + " (", ") FORMAT RowBinary"));
  }
}
