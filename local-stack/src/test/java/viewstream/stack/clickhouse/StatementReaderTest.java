package viewstream.stack.clickhouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {
  private final StatementReader reader = new StatementReader(1_000_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          INSERT INTO t FORMAT TSV                         | INSERT INTO t
          insert into t format TSV                         | insert into t
          INSERT INTO db.t (a, b) FORMAT TSV               | INSERT INTO db.t (a, b)
          INSERT INTO `FORMAT x` FORMAT TSV                | INSERT INTO `FORMAT x`
          INSERT INTO format FORMAT TSV                    | INSERT INTO format
          INSERT INTO t (values, format) FORMAT TSV        | INSERT INTO t (values, format)
          INSERT INTO TABLE t SETTINGS a = 'FORMAT' FORMAT TSV | INSERT INTO TABLE t SETTINGS a = 'FORMAT'
          INSERT INTO FUNCTION file('x', 'CSV') FORMAT TSV | INSERT INTO FUNCTION file('x', 'CSV')
          /* FORMAT CSV */ INSERT INTO t FORMAT TSV        | /* FORMAT CSV */ INSERT INTO t
          """)
  void findsTheRowsOfAnInsert(String statement, String sql) throws Exception {
    byte[] rows = {1, ';', '\'', 0, '\n'};

    Statement.Insert insert = insert(join(statement + "\n", rows));

    assertThat(new String(insert.sql(), UTF_8).strip()).isEqualTo(sql);
    assertThat(insert.format()).isEqualTo("TSV");
    assertThat(insert.rows().readAllBytes()).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " ", " \t\n", "\r\n", "  \f\r\n"})
  void skipsOneLineEndBeforeTheRows(String between) throws Exception {
    byte[] rows = {'x', '\n', ' '};

    Statement.Insert insert = insert(join("INSERT INTO t FORMAT RowBinary" + between, rows));

    assertThat(insert.rows().readAllBytes()).isEqualTo(rows);
  }

  @Test
  void takesValuesAsAFormat() throws Exception {
    Statement.Insert insert =
        insert("INSERT INTO t (a) -- VALUES\n VALUES (1), ('VALUES')".getBytes(UTF_8));

    assertThat(insert.format()).isEqualTo("Values");
    assertThat(insert.rows().readAllBytes()).asString().isEqualTo(" (1), ('VALUES')");
  }

  @Test
  void leavesRowsBeyondTheHeadUnread() throws Exception {
    byte[] rows = new byte[3_000_000];

    Statement.Insert insert = insert(join("INSERT INTO t FORMAT Native\n", rows));

    assertThat(insert.rows().readAllBytes()).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t SELECT 1",
        "INSERT INTO t (a) WITH 1 AS x SELECT x",
        "INSERT INTO t FROM INFILE 'x' FORMAT CSV",
        "CREATE TABLE t (format String) ENGINE = Memory",
        "INSERT",
        "INSERT INTO t"
      })
  void takesWhatBringsNoRowsAsACommand(String sql) throws Exception {
    assertThat(read(sql.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Statement.Command.class,
            command -> assertThat(command.sql()).asString().isEqualTo(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      textBlock =
          """
          SELECT 1                                            | -
          SELECT 1 FORMAT JSON                                | JSON
          select 1 format json settings max_threads = 1       | json
          (SELECT 1) UNION ALL (SELECT 2) FORMAT CSV          | CSV
          WITH x AS (SELECT 1 FORMAT TSV) SELECT * FROM x     | -
          SELECT 'FORMAT JSON'                                | -
          SELECT 1 -- FORMAT JSON                             | -
          SELECT format('{}', 'x') FORMAT Native              | Native
          SELECT "FORMAT x", `FORMAT y`                       | -
          """)
  void findsTheFormatOfAQuery(String sql, String format) throws Exception {
    assertThat(read(sql.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Statement.Select.class,
            select ->
                assertThat(select.format())
                    .isEqualTo(format == null ? null : new ResultFormat(format)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "-- nothing", "/* nothing"})
  void refusesAnEmptyText(String sql) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> read(sql.getBytes(UTF_8)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(62));
  }

  @Test
  void refusesATextThatIsTooLong() throws Exception {
    byte[] longest = ("SELECT 1" + " ".repeat(1_000_000 - 8)).getBytes(ISO_8859_1);

    assertThat(read(longest)).isInstanceOf(Statement.Select.class);
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> read(join(" ", longest)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(223));
  }

  private Statement.Insert insert(byte[] request) throws IOException, EngineException {
    return (Statement.Insert) read(request);
  }

  private Statement read(byte[] request) throws IOException, EngineException {
    return reader.read(new ByteArrayInputStream(request));
  }

  private static byte[] join(String statement, byte[] rows) {
    byte[] sql = statement.getBytes(UTF_8);
    byte[] joined = new byte[sql.length + rows.length];
    System.arraycopy(sql, 0, joined, 0, sql.length);
    System.arraycopy(rows, 0, joined, sql.length, rows.length);
    return joined;
  }
}
