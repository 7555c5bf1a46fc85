package viewstream.flink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viewstream.flink.archive.EngagementTable;
import viewstream.flink.archive.EventTable;
import viewstream.flink.catalog.CatalogTables;
import viewstream.flink.minute.MinuteTable;
import viewstream.flink.trending.SnapshotTable;
import viewstream.schema.clickhouse.Migration;

/** What is written is what the migrations made. */
class TablesTest {
  private static final String DEFAULTED = "inserted_at";
  private static final Pattern COLUMN = Pattern.compile("(?m)^ {4}(\\w+) +[A-Z]\\w+");

  static Stream<Table<?>> tables() {
    return Stream.of(
        EventTable.ROWS,
        EngagementTable.ROWS,
        MinuteTable.ROWS,
        CatalogTables.VIDEOS,
        CatalogTables.CHANNELS,
        SnapshotTable.ROWS);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnIsWritten(Table<?> table) {
    assertThat(table.columns().stream().map(Column::name))
        .containsExactlyInAnyOrderElementsOf(columnsOf(table.name()));
  }

  private static List<String> columnsOf(String table) {
    String create =
        Migration.all().stream()
            .flatMap(migration -> migration.statements().stream())
            .filter(sql -> sql.contains("TABLE IF NOT EXISTS viewstream." + table + "\n"))
            .findFirst()
            .orElseThrow();
    return COLUMN
        .matcher(create.substring(0, create.indexOf("ENGINE")))
        .results()
        .map(match -> match.group(1))
        .filter(column -> !column.equals(DEFAULTED))
        .toList();
  }
}
