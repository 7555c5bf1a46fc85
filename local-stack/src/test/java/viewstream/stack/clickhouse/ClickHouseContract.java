package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Viewstream relies on in ClickHouse, whoever serves it and whichever driver asks.
 *
 * <p>A rule belongs here when it holds against a real server; what only the embedded engine must do
 * is tested beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClickHouseContract {
  private static final int LOAD_THREADS = 16;
  private static final long LOAD_SECONDS = 5;

  private final String database =
      "contract_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

  private Driver driver = driver("default");

  /** The server's address, like {@code http://127.0.0.1:8123}. */
  abstract String address();

  /** A driver whose statements run in a database. */
  abstract Driver driver(String database);

  Driver driver() {
    return driver;
  }

  String database() {
    return database;
  }

  @BeforeAll
  void createDatabase() throws Exception {
    driver.execute("CREATE DATABASE " + database);
    driver.close();
    driver = driver(database);
  }

  @AfterAll
  void dropDatabase() throws Exception {
    driver.execute("DROP DATABASE " + database);
    driver.close();
  }

  record Column(String type, String literal, @Nullable Object value) {
    @Override
    public String toString() {
      return type + " " + literal;
    }
  }

  static List<Column> columns() {
    return List.of(
        new Column(
            "String",
            "'it''s; -- \"quoted\" \\\\ `x` /* 日本 */'",
            "it's; -- \"quoted\" \\ `x` /* 日本 */"),
        new Column("LowCardinality(String)", "'ios'", "ios"),
        new Column(
            "UUID",
            "'61f0c404-5cb3-11e7-907b-a6006ad3dba0'",
            UUID.fromString("61f0c404-5cb3-11e7-907b-a6006ad3dba0")),
        new Column(
            "DateTime('UTC')", "'2026-03-29 01:30:00'", Instant.parse("2026-03-29T01:30:00Z")),
        new Column(
            "DateTime64(3, 'UTC')",
            "'2026-03-29 01:30:00.123'",
            Instant.parse("2026-03-29T01:30:00.123Z")),
        new Column("Date", "'2026-02-28'", LocalDate.of(2026, 2, 28)),
        new Column("UInt8", "255", BigInteger.valueOf(255)),
        new Column("UInt16", "65535", BigInteger.valueOf(65_535)),
        new Column("UInt32", "4294967295", BigInteger.valueOf(4_294_967_295L)),
        new Column("UInt64", "18446744073709551615", new BigInteger("18446744073709551615")),
        new Column("Int32", "-2147483648", BigInteger.valueOf(Integer.MIN_VALUE)),
        new Column("Int64", "-9223372036854775808", BigInteger.valueOf(Long.MIN_VALUE)),
        new Column("Float64", "0.1", 0.1),
        new Column("Bool", "true", true),
        new Column("Nullable(UInt32)", "NULL", null),
        new Column("Nullable(UInt16)", "7", BigInteger.valueOf(7)),
        new Column("Nullable(Bool)", "false", false),
        new Column("Nullable(String)", "NULL", null),
        new Column(
            "Decimal(38, 9)",
            "'-12345678901234567890123456789.123456789'",
            new BigDecimal("-12345678901234567890123456789.123456789")),
        new Column(
            "Array(UInt64)",
            "[1, 18446744073709551615]",
            List.of(BigInteger.ONE, new BigInteger("18446744073709551615"))),
        new Column("Array(UInt64)", "[]", List.of()),
        new Column(
            "Map(LowCardinality(String), UInt64)",
            "{'DE': 3, 'US': 5}",
            Map.of("DE", BigInteger.valueOf(3), "US", BigInteger.valueOf(5))),
        new Column("Map(LowCardinality(String), String)", "{'a;b': '''x'''}", Map.of("a;b", "'x'")),
        new Column(
            "Map(UInt16, UInt64)", "{349: 1}", Map.of(BigInteger.valueOf(349), BigInteger.ONE)));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void readsWhatWasWritten(Column column) throws Exception {
    String table = "column_" + Integer.toUnsignedString(column.toString().hashCode());
    driver.execute(
        "CREATE TABLE %s (v %s) ENGINE = MergeTree ORDER BY tuple()"
            .formatted(table, column.type()));
    driver.execute("INSERT INTO %s (v) VALUES (%s)".formatted(table, column.literal()));

    assertThat(driver.query("SELECT v, toTypeName(v) FROM " + table))
        .singleElement()
        .satisfies(row -> assertThat(row.getFirst()).isEqualTo(column.value()))
        .satisfies(row -> assertThat(row.getLast()).isEqualTo(column.type()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          62  | SELEC 1
          62  | SELECT 1; SELECT 2
          60  | SELECT * FROM no_such_table
          60  | INSERT INTO no_such_table VALUES (1)
          47  | SELECT no_such_column
          46  | SELECT no_such_function(1)
          81  | SELECT * FROM no_such_database.t
          81  | CREATE TABLE no_such_database.t (a UInt8) ENGINE = Memory
          43  | SELECT 'text' + 1
          6   | SELECT toUInt8('text')
          115 | SELECT 1 SETTINGS no_such_setting = 1
          159 | SELECT sleepEachRow(0.05) FROM numbers(200) SETTINGS max_execution_time = 1, max_block_size = 1
          158 | SELECT number FROM numbers(1000) SETTINGS max_rows_to_read = 10
          164 | CREATE TABLE t (a UInt8) ENGINE = Memory SETTINGS readonly = 1
          """)
  void refusesWithCodeAndMessage(int code, String sql) {
    Throwable thrown = catchThrowable(() -> driver.query(sql));

    assertThat(thrown).isNotNull();
    assertThat(driver.error(thrown).code()).isEqualTo(code);
    assertThat(driver.error(thrown).message()).contains("DB::Exception");
  }

  @Test
  void refusesValuesOfTheWrongType() throws Exception {
    driver.execute("CREATE TABLE typed (a UInt8) ENGINE = MergeTree ORDER BY a");

    Throwable thrown = catchThrowable(() -> driver.execute("INSERT INTO typed VALUES ('text')"));

    assertThat(driver.error(thrown).code()).isIn(6, 27, 53, 72);
    assertThat(driver.value("SELECT count() FROM typed")).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void refusesStatementsThatAreTooLong() {
    String sql = "SELECT '" + "x".repeat(300_000) + "'";

    Throwable thrown = catchThrowable(() -> driver.query(sql));

    assertThat(driver.error(thrown).code()).isEqualTo(62);
    assertThat(driver.error(thrown).message()).contains("Max query size exceeded");
  }

  @Test
  void insertsValuesLongerThanAnyStatement() throws Exception {
    driver.execute("CREATE TABLE long_values (s String) ENGINE = MergeTree ORDER BY tuple()");

    driver.execute("INSERT INTO long_values VALUES ('" + "x".repeat(1_000_000) + "'), (';')");

    assertThat(driver.query("SELECT length(s) AS l FROM long_values ORDER BY l"))
        .containsExactly(List.of(BigInteger.ONE), List.of(BigInteger.valueOf(1_000_000)));
  }

  @Test
  void streamsResultsLargerThanMemoryWouldHold() throws Exception {
    long rows = 5_000_000;

    assertThat(driver.sum("SELECT number, toString(number) FROM numbers(%d)".formatted(rows)))
        .isEqualTo(rows * (rows - 1) / 2);
  }

  @Test
  void neverTakesABrokenResultForAWholeOne() {
    String sql = "SELECT number + throwIf(number = 2000000) FROM numbers(4000000)";

    assertThat(catchThrowable(() -> driver.sum(sql))).isNotNull();
  }

  @Test
  void keepsTheHighestVersionOfARow() throws Exception {
    driver.execute(
        """
        CREATE TABLE minutes (id String, version UInt64, views UInt64)
        ENGINE = ReplacingMergeTree(version) ORDER BY id""");
    driver.execute("INSERT INTO minutes VALUES ('a', 2, 20), ('b', 1, 1)");
    driver.execute("INSERT INTO minutes VALUES ('a', 1, 10)");

    assertThat(driver.query("SELECT id, views FROM minutes FINAL ORDER BY id"))
        .containsExactly(List.of("a", BigInteger.valueOf(20)), List.of("b", BigInteger.ONE));
  }

  @Test
  void countsRepeatedRowsOnceInAViewsSketches() throws Exception {
    driver.execute(
        "CREATE TABLE seen (video String, viewer UInt64) ENGINE = MergeTree ORDER BY video");
    driver.execute(
        """
        CREATE TABLE viewers (video String, viewers AggregateFunction(uniqCombined64(17), UInt64))
        ENGINE = AggregatingMergeTree ORDER BY video""");
    driver.execute(
        """
        CREATE MATERIALIZED VIEW viewers_from_seen TO viewers AS
        SELECT video, uniqCombined64State(17)(viewer) AS viewers FROM seen GROUP BY video""");
    for (int repetition = 0; repetition < 2; repetition++) {
      driver.execute("INSERT INTO seen SELECT 'v', number FROM numbers(1000)");
    }

    assertThat(driver.value("SELECT uniqCombined64Merge(17)(viewers) FROM viewers"))
        .isEqualTo(BigInteger.valueOf(1000));
    driver.execute("DROP TABLE viewers_from_seen");
  }

  @Test
  void replacesOneDayAndLeavesTheOthers() throws Exception {
    for (String table : List.of("days", "days_staged")) {
      driver.execute(
          "CREATE TABLE %s (day Date, views UInt64) ENGINE = MergeTree PARTITION BY day ORDER BY day"
              .formatted(table));
    }
    driver.execute("INSERT INTO days VALUES ('2026-01-01', 1), ('2026-01-02', 2)");
    driver.execute("INSERT INTO days_staged VALUES ('2026-01-02', 22)");

    driver.execute("ALTER TABLE days REPLACE PARTITION '2026-01-02' FROM days_staged");

    assertThat(driver.query("SELECT views FROM days ORDER BY day"))
        .containsExactly(List.of(BigInteger.ONE), List.of(BigInteger.valueOf(22)));
    driver.execute("ALTER TABLE days DROP PARTITION '2026-01-01'");
    assertThat(driver.value("SELECT count() FROM days")).isEqualTo(BigInteger.ONE);
  }

  @Test
  void forgetsRowsPastTheirTime() throws Exception {
    driver.execute(
        """
        CREATE TABLE kept (at DateTime('UTC'), n UInt8) ENGINE = MergeTree ORDER BY at
        TTL at + INTERVAL 1 DAY""");
    driver.execute("INSERT INTO kept SELECT now() - INTERVAL 2 DAY, 1 UNION ALL SELECT now(), 2");

    driver.execute("OPTIMIZE TABLE kept FINAL");

    assertThat(driver.query("SELECT n FROM kept")).containsExactly(List.of(BigInteger.TWO));
  }

  @Test
  void keepsASettingToItsStatement() throws Exception {
    Object usual = driver.value("SELECT getSetting('max_block_size')");
    driver.execute("SET max_block_size = 77");

    for (int i = 0; i < 2 * LOAD_THREADS; i++) {
      assertThat(driver.value("SELECT getSetting('max_block_size')")).isEqualTo(usual);
    }
  }

  @Test
  void countsEveryAcknowledgedRowUnderConcurrentLoad() throws Exception {
    driver.execute("CREATE TABLE loaded (thread UInt8, n UInt64) ENGINE = MergeTree ORDER BY n");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOAD_SECONDS);
    long acknowledged = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(LOAD_THREADS)) {
      List<Future<Long>> workers = new ArrayList<>();
      for (int i = 0; i < LOAD_THREADS; i++) {
        int thread = i;
        workers.add(threads.submit(() -> insertAndRead(thread, end)));
      }
      for (Future<Long> worker : workers) {
        acknowledged += worker.get();
      }
    }
    assertThat(driver.value("SELECT count() FROM loaded"))
        .isEqualTo(BigInteger.valueOf(acknowledged));
  }

  /** Every thread sees at least its own rows at once. */
  private long insertAndRead(int thread, long endNanos) throws Exception {
    long rows = 0;
    for (int round = 0; System.nanoTime() < endNanos; round++) {
      driver.execute(
          "INSERT INTO loaded SELECT %d, %d + number FROM numbers(100)"
              .formatted(thread, (thread * 1_000_000L + round) * 100));
      rows += 100;
      assertThat(driver.value("SELECT count() FROM loaded WHERE thread = " + thread))
          .isEqualTo(BigInteger.valueOf(rows));
    }
    return rows;
  }
}
