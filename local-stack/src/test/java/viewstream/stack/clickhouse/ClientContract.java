package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract with client-v2, which alone can send and fetch rows in any format. */
abstract class ClientContract extends ClickHouseContract {

  /** How bodies travel. */
  enum Wire {
    PLAIN(client -> client.compressServerResponse(false).compressClientRequest(false)),
    BLOCKS(client -> client.compressServerResponse(true).compressClientRequest(true)),
    HTTP(
        client ->
            client
                .compressServerResponse(true)
                .compressClientRequest(true)
                .useHttpCompression(true));

    private final UnaryOperator<Client.Builder> options;

    Wire(UnaryOperator<Client.Builder> options) {
      this.options = options;
    }
  }

  @Override
  Driver driver(String database) {
    return new ClientDriver(address(), database, UnaryOperator.identity());
  }

  private Client client() {
    return ((ClientDriver) driver()).client();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "RowBinary",
        "RowBinaryWithNamesAndTypes",
        "Native",
        "JSONEachRow",
        "CSV",
        "TabSeparated",
        "Parquet"
      })
  void copiesRowsThroughAFormat(ClickHouseFormat format) throws Exception {
    String table = "copy_" + format;
    driver().execute("CREATE TABLE %s AS %s".formatted(table, everyByte()));

    byte[] rows = fetch(client(), "SELECT * FROM every_byte ORDER BY n", format);
    insert(client(), table, rows, format);

    assertThat(checksum(table)).isEqualTo(checksum("every_byte"));
  }

  @ParameterizedTest
  @EnumSource
  void copiesRowsOverTheWire(Wire wire) throws Exception {
    String table = "wire_" + wire;
    driver().execute("CREATE TABLE %s AS %s".formatted(table, everyByte()));
    try (ClientDriver other = new ClientDriver(address(), database(), wire.options)) {
      byte[] rows =
          fetch(
              other.client(),
              "SELECT * FROM every_byte WHERE n < 2000",
              ClickHouseFormat.RowBinary);
      insert(other.client(), table, rows, ClickHouseFormat.RowBinary);

      Throwable refused = catchThrowable(() -> other.query("SELECT no_such_column"));
      assertThat(other.error(refused).code()).isEqualTo(47);
      assertThat(other.error(refused).message()).contains("no_such_column");
    }
    assertThat(checksum(table)).isEqualTo(checksum("every_byte WHERE n < 2000"));
  }

  /** A table with every byte in every place: quotes, semicolons, line ends and zeros too. */
  private String everyByte() throws Exception {
    driver()
        .execute(
            """
            CREATE TABLE IF NOT EXISTS every_byte
            (n UInt32, s String, m Map(LowCardinality(String), UInt64), at DateTime64(3, 'UTC'),
             d Decimal(38, 9), x Nullable(Float64), l LowCardinality(String), a Array(UInt64),
             u UUID, b Bool)
            ENGINE = ReplacingMergeTree ORDER BY n""");
    driver()
        .execute(
            """
            INSERT INTO every_byte
            SELECT number, concat(char(number % 256), ';', char(intDiv(number, 256)), ''''),
              map(';', number, '''', 1), toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + number,
              toDecimal128(number, 9) / 7, if(number % 3 = 0, NULL, number / 3),
              toString(number % 10), range(number % 5), generateUUIDv4(number), number % 2
            FROM numbers(65536)
            WHERE (SELECT count() FROM every_byte) = 0""");
    return "every_byte";
  }

  private Object checksum(String table) throws Exception {
    return driver().query("SELECT count(), sum(cityHash64(*)) FROM " + table);
  }

  @Test
  void fillsColumnsThatTheRowsLeaveOut() throws Exception {
    driver()
        .execute(
            """
            CREATE TABLE defaults (a UInt8, at DateTime('UTC') DEFAULT now(), c UInt8 DEFAULT a + 1)
            ENGINE = MergeTree ORDER BY a""");

    try (InsertResponse done =
        client()
            .insert(
                "defaults",
                List.of("a"),
                new ByteArrayInputStream(new byte[] {1, ';'}),
                ClickHouseFormat.RowBinary)
            .get()) {
      assertThat(done.getWrittenRows()).isEqualTo(2);
    }

    assertThat(driver().value("SELECT count() FROM defaults WHERE c = a + 1 AND at > now() - 60"))
        .isEqualTo(BigInteger.TWO);
  }

  @Test
  void storesNothingOfRowsThatAreCutShort() throws Exception {
    driver().execute("CREATE TABLE cut (a UInt64) ENGINE = MergeTree ORDER BY a");

    Throwable thrown =
        catchThrowable(() -> insert(client(), "cut", new byte[12], ClickHouseFormat.RowBinary));

    assertThat(driver().error(thrown).code()).isEqualTo(33);
    assertThat(driver().value("SELECT count() FROM cut")).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void tellsTheReasonToAClientThatIsStillSending() {
    Throwable thrown =
        catchThrowable(
            () ->
                insert(client(), "no_such_table", new byte[50 << 20], ClickHouseFormat.RowBinary));

    assertThat(driver().error(thrown).code()).isEqualTo(60);
  }

  /** By hand: a body that client-v2 cuts short by an exception arrives as a complete one. */
  @Test
  void storesNothingOfInsertsThatAreBrokenOff() throws Exception {
    driver().execute("CREATE TABLE broken_off (a UInt64) ENGINE = MergeTree ORDER BY a");
    for (int i = 0; i < 32; i++) {
      try (Socket socket = post("INSERT INTO %s.broken_off FORMAT RowBinary", 1_000_000)) {
        socket.getOutputStream().write(new byte[i * 10_000]);
      }
    }

    insert(client(), "broken_off", new byte[8], ClickHouseFormat.RowBinary);

    assertThat(driver().value("SELECT count() FROM broken_off")).isEqualTo(BigInteger.ONE);
  }

  /** By hand: client-v2 reads a result to its end when it is closed. */
  @Test
  void staysHealthyWhenResultsAreLeftUnread() throws Exception {
    for (int i = 0; i < 32; i++) {
      try (Socket socket = post("SELECT '%s', number FROM numbers(1000000000)", 0)) {
        assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
      }
    }

    assertThat(driver().value("SELECT 1")).isEqualTo(BigInteger.ONE);
  }

  /** Sends the head of a request. */
  private Socket post(String sql, int contentLength) throws IOException {
    URI server = URI.create(address());
    String query = URLEncoder.encode(sql.formatted(database()), StandardCharsets.UTF_8);
    String head =
        "POST /?query=%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
            .formatted(query, contentLength);
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void bindsParametersOfParallelStatements() throws Exception {
    String sql =
        "SELECT {text:String}, {number:UInt64}, {list:Array(String)}, {id:Identifier} FROM (SELECT 1 AS a, 2 AS b)";
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        String text = "it's; {text:String} \\ " + i;
        Map<String, Object> parameters =
            Map.of(
                "text",
                text.replace("\\", "\\\\"),
                "number",
                i,
                "list",
                "['" + i + "']",
                "id",
                i % 2 == 0 ? "a" : "b");
        int expected = i % 2 == 0 ? 1 : 2;
        all.add(
            threads.submit(
                () -> {
                  try (QueryResponse response = client().query(sql, parameters).get();
                      var reader = client().newBinaryFormatReader(response)) {
                    reader.next();
                    assertThat(reader.getString(1)).isEqualTo(text);
                    assertThat(reader.getLong(2))
                        .isEqualTo((long) (Integer) parameters.get("number"));
                    assertThat(reader.getLong(4)).isEqualTo(expected);
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  @Test
  void reportsQueryIdAndFigures() throws Exception {
    QuerySettings settings = new QuerySettings().setQueryId("contract-1");
    try (QueryResponse response = client().query("SELECT * FROM numbers(10)", settings).get()) {
      assertThat(response.getQueryId()).isEqualTo("contract-1");
      assertThat(response.getServerDisplayName()).isNotBlank();
      assertThat(response.getTimeZone().getID()).isNotBlank();
      assertThat(response.getReadRows()).isEqualTo(10);
      assertThat(response.getResultRows()).isEqualTo(10);
    }
    assertThat(client().ping()).isTrue();
  }

  @Test
  void appliesSettingsOfTheRequest() throws Exception {
    QuerySettings settings =
        new QuerySettings()
            .serverSetting("max_block_size", "77")
            .serverSetting("session_timezone", "Asia/Tokyo");

    byte[] answer =
        fetch(
            client(),
            "SELECT getSetting('max_block_size'), toString(toDateTime(0))",
            ClickHouseFormat.TabSeparated,
            settings);

    assertThat(answer).asString().isEqualTo("77\t1970-01-01 09:00:00\n");
  }

  private static byte[] fetch(Client client, String sql, ClickHouseFormat format) throws Exception {
    return fetch(client, sql, format, new QuerySettings());
  }

  private static byte[] fetch(
      Client client, String sql, ClickHouseFormat format, QuerySettings settings) throws Exception {
    try (QueryResponse response = client.query(sql, settings.setFormat(format)).get();
        InputStream rows = response.getInputStream()) {
      return rows.readAllBytes();
    }
  }

  private static void insert(Client client, String table, byte[] rows, ClickHouseFormat format)
      throws Exception {
    try (InsertResponse done = client.insert(table, new ByteArrayInputStream(rows), format).get()) {
      assertThat(done).isNotNull();
    }
  }
}
