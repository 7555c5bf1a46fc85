package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The contract with clickhouse-jdbc. */
abstract class JdbcContract extends ClickHouseContract {
  @Override
  Driver driver(String database) {
    return new JdbcDriver(address(), database);
  }

  @Test
  void preparesStatements() throws Exception {
    driver()
        .execute(
            "CREATE TABLE prepared (s String, n Int64, at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY n");
    Instant at = Instant.parse("2026-03-29T01:30:00.123Z");
    try (Connection connection =
            DriverManager.getConnection("jdbc:clickhouse:" + address() + "/" + database());
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO prepared (s, n, at) VALUES (?, ?, ?)");
        PreparedStatement select =
            connection.prepareStatement("SELECT n, at FROM prepared WHERE s = ?")) {
      for (int i = 0; i < 100; i++) {
        insert.setString(1, "it's; \\ " + i);
        insert.setLong(2, i);
        insert.setTimestamp(3, Timestamp.from(at));
        insert.addBatch();
      }
      insert.executeBatch();
      select.setString(1, "it's; \\ 42");
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getLong(1)).isEqualTo(42);
        assertThat(row.next()).isFalse();
      }
      assertThat(connection.getMetaData().getDatabaseProductVersion()).isNotBlank();
    }
  }
}
