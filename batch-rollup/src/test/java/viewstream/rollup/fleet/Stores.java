package viewstream.rollup.fleet;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import viewstream.rollup.Rollup;
import viewstream.rollup.clickhouse.ClickHouse;
import viewstream.rollup.clickhouse.StatementLimits;
import viewstream.schema.clickhouse.Migrations;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.container.TestServers;

/** ClickHouse with its tables, and Redis, started once for all tests of a run. */
public final class Stores {
  private static final Stores SHARED = start();

  private final Servers servers;
  private final ClickHouse clickHouse;
  private final RedisCommands<String, String> redis;

  private Stores(Servers servers) {
    this.servers = servers;
    this.clickHouse =
        new ClickHouse(
            servers.address(Part.CLICKHOUSE),
            new StatementLimits(1L << 30, 1, Duration.ofMinutes(1)));
    this.redis = RedisClient.create(servers.address(Part.REDIS)).connect().sync();
  }

  /** How a command ended, and what it printed. */
  public record Ended(int exitCode, String output) {}

  /** Those of this run. */
  public static Stores shared() {
    return SHARED;
  }

  private static Stores start() {
    Servers servers = TestServers.start(Part.CLICKHOUSE, Part.REDIS);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "close-stores"));
    try (Connection connection =
        DriverManager.getConnection("jdbc:clickhouse:" + servers.address(Part.CLICKHOUSE))) {
      new Migrations().apply(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot make the tables", failed);
    }
    return new Stores(servers);
  }

  public RedisCommands<String, String> redis() {
    return redis;
  }

  /** Runs a command in this process. */
  public Ended rollup(String... words) {
    var output = new StringWriter();
    PrintWriter writer = new PrintWriter(output, true);
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(options());
    int exitCode =
        Rollup.commandLine().setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
    return new Ended(exitCode, output.toString());
  }

  /** The options that name these stores. */
  public List<String> options() {
    return List.of(
        "--clickhouse-url",
        servers.address(Part.CLICKHOUSE),
        "--redis-url",
        servers.address(Part.REDIS));
  }

  public void insert(EventRow... events) {
    for (EventRow event : events) {
      execute(event.insert());
    }
  }

  /** A human engagement of the live stream. */
  public void engagement(String video, String channel, String type, Instant time) {
    execute(
        """
        INSERT INTO viewstream.engagements
            (video_id, channel_id, type, event_time, event_id, in_live_figures, traffic_class, inserted_at)
        SELECT '%s', '%s', '%s', fromUnixTimestamp64Milli(%d), generateUUIDv4(), true, 'human', %d
        """
            .formatted(video, channel, type, time.toEpochMilli(), time.getEpochSecond()));
  }

  /** Who owns a video; of its rows that of the highest version holds. */
  public void catalogue(String video, String channel, long version) {
    execute(
        """
        INSERT INTO viewstream.videos (video_id, channel_id, title, live, log_time, version)
        SELECT '%s', '%s', '', false, now64(3), %d
        """
            .formatted(video, channel, version));
  }

  public void execute(String sql) {
    clickHouse.execute(sql);
  }

  public List<List<String>> rows(String sql) {
    return clickHouse.rows(sql);
  }

  /** The only row, its columns joined by blanks. */
  public String row(String sql) {
    return String.join(" ", clickHouse.rows(sql).getFirst());
  }
}
