package viewstream.query.fleet;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Properties;
import viewstream.schema.clickhouse.Migrations;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;

/** ClickHouse with its tables and Redis, started once for all tests of a run. */
public final class Stores {
  private static final Stores SHARED = start();

  private final LocalStack stack;
  private final RedisCommands<String, String> redis;

  private Stores(LocalStack stack) {
    this.stack = stack;
    this.redis = RedisClient.create(stack.address(Part.REDIS)).connect().sync();
  }

  /** Those of this run. */
  public static Stores shared() {
    return SHARED;
  }

  private static Stores start() {
    LocalStack stack = LocalStack.start(Part.CLICKHOUSE, Part.REDIS);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close-stores"));
    Stores stores = new Stores(stack);
    stores.migrate();
    return stores;
  }

  public LocalStack stack() {
    return stack;
  }

  public RedisCommands<String, String> redis() {
    return redis;
  }

  /** All sinks report that they have flushed up to now. */
  public Instant reportProgress() {
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    for (Sink sink : Sink.values()) {
      redis.hset(RedisKeys.progress(sink), "0", Long.toString(now.toEpochMilli()));
    }
    return now;
  }

  public void sql(String statement) {
    try (Connection connection = connect();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException failed) {
      throw new IllegalStateException(statement, failed);
    }
  }

  private void migrate() {
    try (Connection connection = connect()) {
      new Migrations().apply(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot make the tables", failed);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("compress", "false");
    return DriverManager.getConnection(
        "jdbc:clickhouse:" + stack.address(Part.CLICKHOUSE), properties);
  }
}
