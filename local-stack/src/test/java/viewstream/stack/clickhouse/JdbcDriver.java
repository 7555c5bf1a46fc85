package viewstream.stack.clickhouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** clickhouse-jdbc with its default settings; one connection per call, which costs it nothing. */
final class JdbcDriver implements Driver {
  /** What the driver tells by the exception's class. */
  private static final int TIMEOUT_EXCEEDED = 159;

  private final String url;

  JdbcDriver(String address, String database) {
    this.url = "jdbc:clickhouse:" + address + "/" + database;
  }

  @Override
  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public List<List<@Nullable Object>> query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(Values.canonical(result.getObject(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Override
  public long sum(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      long sum = 0;
      while (result.next()) {
        sum += result.getLong(1);
      }
      return sum;
    }
  }

  @Override
  public ServerError error(Throwable thrown) {
    return switch (thrown) {
      case SQLTimeoutException e -> new ServerError(TIMEOUT_EXCEEDED, String.valueOf(e.getCause()));
      case SQLException e -> new ServerError(e.getErrorCode(), e.getMessage());
      default -> new ServerError(0, thrown.toString());
    };
  }

  @Override
  public void close() {}

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, new Properties());
  }
}
