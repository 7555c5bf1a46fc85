package viewstream.query.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetrics;

/** Runs statements: counted, bounded in time, and not at all for a moment after many failed. */
@Component
final class ClickHouse implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClickHouse.class);
  private static final int LATEST_QUERIES = 8;

  private final HikariDataSource connections;
  private final Duration queryTimeout;
  private final CircuitBreaker breaker;
  private final QueryMetrics metrics;

  ClickHouse(ClickHouseSettings settings, QueryMetrics metrics) {
    this.connections = connections(settings);
    this.queryTimeout = settings.queryTimeout();
    this.metrics = metrics;
    this.breaker =
        CircuitBreaker.of(
            "clickhouse",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(LATEST_QUERIES)
                .minimumNumberOfCalls(LATEST_QUERIES / 2)
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordExceptions(UnavailableException.class)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            change ->
                log.warn(
                    "ClickHouse: breaker goes from {} to {}",
                    change.getStateTransition().getFromState(),
                    change.getStateTransition().getToState()));
  }

  /** Makes something of the rows of a statement. */
  @FunctionalInterface
  interface Rows<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /**
   * Runs a statement that answers a request.
   *
   * @throws UnavailableException if ClickHouse does not answer
   */
  <T> T query(Sql sql, Rows<T> reader) {
    try {
      return breaker.executeSupplier(() -> counted(sql, reader));
    } catch (CallNotPermittedException open) {
      throw new UnavailableException("ClickHouse did not answer the latest queries", open);
    }
  }

  /** Whether it answers and has the tables; for health checks, so neither counted nor held back. */
  boolean isReady() {
    Sql probe =
        new SqlText()
            .add("SELECT v.video_id")
            .table("videos")
            .add(" AS v WHERE v.video_id = ?", "")
            .done("probe");
    try {
      run(probe, ResultSet::next);
      return true;
    } catch (UnavailableException away) {
      return false;
    }
  }

  private <T> T counted(Sql sql, Rows<T> reader) {
    Timer.Sample started = metrics.clickHouseQuery();
    boolean ok = false;
    try {
      T result = run(sql, reader);
      ok = true;
      return result;
    } finally {
      metrics.clickHouseQueryDone(started, sql.name(), ok);
    }
  }

  private <T> T run(Sql sql, Rows<T> reader) {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = prepared(connection, sql)) {
      int index = 0;
      for (Object parameter : sql.parameters()) {
        statement.setObject(++index, parameter);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return reader.read(rows);
      }
    } catch (SQLException failure) {
      throw ClickHouseErrors.classified(sql, failure);
    }
  }

  private PreparedStatement prepared(Connection connection, Sql sql) throws SQLException {
    // Not as a property of the connection: the pool resets that to "for ever" when it lends one.
    connection.setNetworkTimeout(Runnable::run, (int) queryTimeout.toMillis());
    return connection.prepareStatement(sql.text());
  }

  private static HikariDataSource connections(ClickHouseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("clickhouse");
    config.setJdbcUrl("jdbc:clickhouse:" + settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(settings.connectTimeout().toMillis());
    config.setValidationTimeout(settings.connectTimeout().toMillis());
    // Start without ClickHouse; readiness says so.
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("compress", "false");
    config.addDataSourceProperty(
        "connection_timeout", Long.toString(settings.connectTimeout().toMillis()));
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    connections.close();
  }
}
