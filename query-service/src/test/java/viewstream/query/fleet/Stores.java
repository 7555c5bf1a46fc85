package viewstream.query.fleet;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import viewstream.schema.clickhouse.Migrations;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.container.TestServers;

/** ClickHouse with its tables and Redis, started once for all tests of a run. */
public final class Stores {
  private static final Stores SHARED = start();

  private final Servers servers;
  private final RedisCommands<String, String> redis;

  private Stores(Servers servers) {
    this.servers = servers;
    this.redis = RedisClient.create(servers.address(Part.REDIS)).connect().sync();
  }

  /** Those of this run. */
  public static Stores shared() {
    return SHARED;
  }

  private static Stores start() {
    Servers servers = TestServers.start(Part.CLICKHOUSE, Part.REDIS);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "close-stores"));
    Stores stores = new Stores(servers);
    stores.migrate();
    return stores;
  }

  public Servers servers() {
    return servers;
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

  /** Puts a video into the catalogue. */
  public void catalogue(String videoId, String channelId) {
    catalogue(videoId, channelId, 1);
  }

  /** Puts a video into the catalogue; of its rows that of the highest version holds. */
  public void catalogue(String videoId, String channelId, long version) {
    sql(
        """
        INSERT INTO viewstream.videos
          (video_id, channel_id, title, duration_ms, live, log_time, version)
        VALUES ('%s', '%s', '', 60000, false, now64(3), %d)
        """
            .formatted(videoId, channelId, version));
  }

  /** Counts views of a video in a minute. */
  public void views(String videoId, Instant minute, long views) {
    sql(
        """
        INSERT INTO viewstream.video_minute (video_id, minute, version, views, watch_time_ms)
        VALUES ('%1$s', toDateTime(%2$d), 1, %3$d, %3$d * 1000)
        """
            .formatted(videoId, minute.truncatedTo(ChronoUnit.MINUTES).getEpochSecond(), views));
  }

  /** A viewer's first frame. */
  public void seen(String videoId, Instant time, long viewer) {
    sql(
        """
        INSERT INTO viewstream.events
          (video_id, event_time, view_id, event_id, type, is_view, in_live_figures,
           traffic_class, viewer_id)
        VALUES ('%s', fromUnixTimestamp64Milli(%d), 'view', generateUUIDv4(), 'first_frame',
                true, true, 'human', %d)
        """
            .formatted(videoId, time.toEpochMilli(), viewer));
  }

  /** Notes that a UTC day is rolled. */
  public void rolled(LocalDate day) {
    sql(
        """
        INSERT INTO viewstream.rollup_ledger (day, rolled_at, snapshot_time)
        VALUES ('%s', now64(3), now())
        """
            .formatted(day));
  }

  /** Views of a video in a quarter hour, by viewers numbered from 1, as the rollup counts them. */
  public void quarterHour(String videoId, Instant start, long views, long viewers) {
    sql(
        """
        INSERT INTO viewstream.video_quarter_hour
          (video_id, quarter_hour, views, watch_time_ms, viewers)
        SELECT '%1$s', toDateTime(%2$d), %3$d, %3$d * 1000, uniqCombined64State(17)(number + 1)
        FROM numbers(%4$d)
        """
            .formatted(videoId, start.getEpochSecond(), views, viewers));
  }

  /** Views of a video on a UTC day, by viewers numbered from 1, as the rollup counts them. */
  public void day(String videoId, LocalDate day, long views, long viewers) {
    sql(
        """
        INSERT INTO viewstream.video_day
          (video_id, day, views, watch_time_ms, subscribes, unique_viewers, viewers)
        SELECT '%1$s', '%2$s', %3$d, %3$d * 1000, 1, %4$d, uniqCombined64State(17)(number + 1)
        FROM numbers(%4$d)
        """
            .formatted(videoId, day, views, viewers));
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
        "jdbc:clickhouse:" + servers.address(Part.CLICKHOUSE), properties);
  }
}
