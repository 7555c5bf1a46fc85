package viewstream.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a server is started.
 *
 * @param port on 127.0.0.1; 0 picks a free one
 * @param dataDirectory the database's files; belongs to one process
 * @param library the engine's library file
 * @param connections statements that may run at once
 * @param patience how long a statement waits for its turn
 * @param maxExecutionTime after which a statement is stopped, unless it brings its own limit
 * @param maxStatementBytes the longest statement, rows of an insert not counted
 * @param maxRequestBytes the longest body on the wire
 * @param grace how long running statements may take to finish when the server stops
 */
public record ServerOptions(
    int port,
    Path dataDirectory,
    Path library,
    int connections,
    Duration patience,
    Duration maxExecutionTime,
    int maxStatementBytes,
    long maxRequestBytes,
    Duration grace) {

  public ServerOptions {
    require(port >= 0 && port <= 65_535, "port: %s is not between 0 and 65535", port);
    require(connections > 0, "connections: %s is not positive", connections);
    require(
        maxExecutionTime.toSeconds() > 0,
        "max-execution-time: %s is shorter than a second",
        maxExecutionTime);
    require(maxStatementBytes > 0, "max-statement-bytes: %s is not positive", maxStatementBytes);
    require(maxRequestBytes > 0, "max-request-bytes: %s is not positive", maxRequestBytes);
  }

  /**
   * Reads {@code --port}, {@code --data-dir}, {@code --library} and the other options; durations as
   * in {@code PT30S}. Without {@code --library} it comes from the {@link EngineCache}.
   *
   * @throws IllegalArgumentException when an option is unknown or its value does not fit
   * @throws IOException when the library can neither be found nor fetched
   */
  static ServerOptions parse(String... arguments) throws IOException {
    Arguments given = new Arguments(arguments);
    ServerOptions options =
        new ServerOptions(
            given.take("port", 8123, Integer::parseInt),
            given.take("data-dir", Path.of("clickhouse-data"), Path::of),
            given.take("library", Path.of(""), Path::of),
            given.take("connections", 16, Integer::parseInt),
            given.take("patience", Duration.ofSeconds(30), Duration::parse),
            given.take("max-execution-time", Duration.ofMinutes(5), Duration::parse),
            given.take("max-statement-bytes", 16 << 20, Integer::parseInt),
            given.take("max-request-bytes", 4L << 30, Long::parseLong),
            given.take("grace", Duration.ofSeconds(10), Duration::parse));
    given.refuseRest();
    return options.library.toString().isEmpty()
        ? options.withLibrary(EngineCache.ofUser().library())
        : options;
  }

  private ServerOptions withLibrary(Path file) {
    return new ServerOptions(
        port,
        dataDirectory,
        file,
        connections,
        patience,
        maxExecutionTime,
        maxStatementBytes,
        maxRequestBytes,
        grace);
  }

  private static void require(boolean condition, String rule, Object value) {
    if (!condition) {
      throw new IllegalArgumentException(rule.formatted(value));
    }
  }
}
