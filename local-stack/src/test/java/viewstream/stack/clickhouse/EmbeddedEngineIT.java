package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.metrics.ServerMetrics;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineIT {
  private static EngineProcess engine;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    engine = EngineProcess.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @Test
  void insertsAndReads() throws Exception {
    try (Client client =
        new Client.Builder()
            .addEndpoint(engine.address())
            .setUsername("default")
            .setPassword("")
            .build()) {
      client.execute("CREATE DATABASE viewstream").get(10, TimeUnit.SECONDS);
      client
          .execute("CREATE TABLE viewstream.t (a UInt8, s String) ENGINE = MergeTree ORDER BY a")
          .get(10, TimeUnit.SECONDS);
      byte[] rows = {1, 3, ';', '\'', '\n', 2, 0};
      long written =
          client
              .insert("viewstream.t", new ByteArrayInputStream(rows), ClickHouseFormat.RowBinary)
              .get(10, TimeUnit.SECONDS)
              .getMetrics()
              .getMetric(ServerMetrics.NUM_ROWS_WRITTEN)
              .getLong();
      assertThat(written).isEqualTo(2);
      assertThat(client.queryAll("SELECT s FROM viewstream.t ORDER BY a").get(0).getString(1))
          .isEqualTo(";'\n");
    }
    try (Connection connection =
            DriverManager.getConnection(
                engine.address().replace("http://", "jdbc:clickhouse://") + "/viewstream");
        ResultSet rows = connection.createStatement().executeQuery("SELECT count() FROM t")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(2);
    }
  }
}
