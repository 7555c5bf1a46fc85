package viewstream.schema.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the tables up to date. Every statement is idempotent and a migration is recorded only
 * after all of its statements have run, so a run that was cut off is simply repeated, and two runs
 * at once do no harm.
 */
public final class Migrations {
  private static final String DATABASE = "CREATE DATABASE IF NOT EXISTS viewstream";
  private static final String APPLIED =
      """
      CREATE TABLE IF NOT EXISTS viewstream.schema_migrations
      (
          number     UInt32,
          name       String,
          checksum   String,
          applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
      )
      ENGINE = ReplacingMergeTree
      ORDER BY number
      """;

  private final List<Migration> migrations;

  /** The migrations of this version of the product. */
  public Migrations() {
    this(Migration.all());
  }

  Migrations(List<Migration> migrations) {
    this.migrations = List.copyOf(migrations);
  }

  /**
   * Applies what has not been applied yet.
   *
   * @param connection stays the caller's to close
   * @return the names of the migrations that this call applied
   * @throws SQLException if ClickHouse refuses a statement or does not answer
   * @throws IllegalStateException if a migration was changed after it had been applied
   */
  public List<String> apply(Connection connection) throws SQLException {
    List<String> done = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(DATABASE);
      statement.execute(APPLIED);
      Map<Integer, String> applied = checksums(statement);
      for (Migration migration : migrations) {
        String checksum = applied.get(migration.number());
        if (checksum == null) {
          run(migration, statement);
          record(migration, connection);
          done.add(migration.name());
        } else if (!checksum.equals(migration.checksum())) {
          throw new IllegalStateException(
              "migration "
                  + migration.name()
                  + " was changed after it had been applied: restore it and add a new one");
        }
      }
    }
    return done;
  }

  private static Map<Integer, String> checksums(Statement statement) throws SQLException {
    Map<Integer, String> checksums = new HashMap<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT number, checksum FROM viewstream.schema_migrations")) {
      while (rows.next()) {
        checksums.put(rows.getInt(1), rows.getString(2));
      }
    }
    return checksums;
  }

  private static void run(Migration migration, Statement statement) throws SQLException {
    for (String sql : migration.statements()) {
      statement.execute(sql);
    }
  }

  private static void record(Migration migration, Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO viewstream.schema_migrations (number, name, checksum) VALUES (?, ?, ?)")) {
      insert.setInt(1, migration.number());
      insert.setString(2, migration.name());
      insert.setString(3, migration.checksum());
      insert.executeUpdate();
    }
  }
}
