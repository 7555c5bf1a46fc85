package viewstream.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a server is started; as command-line options in the same order, durations like {@code PT30S}.
 *
 * @param port {@code --port}, on 127.0.0.1; 0 picks a free one
 * @param dataDirectory {@code --data-dir}: the database's files; belongs to one process
 * @param library {@code --library}: the engine's file, otherwise from the {@link EngineCache}
 * @param connections {@code --connections}: statements that may run at once
 * @param patience {@code --patience}: how long a statement waits for its turn
 * @param maxExecutionTime {@code --max-execution-time}, unless a statement brings its own limit
 * @param maxMemoryBytes {@code --max-memory-bytes}: of one statement, unless it brings its own
 *     limit
 * @param maxStatementBytes {@code --max-statement-bytes}, rows of an insert not counted
 * @param maxRequestBytes {@code --max-request-bytes}: the longest body on the wire
 * @param grace {@code --grace}: how long running statements may take when the server stops
 */
record ServerOptions(
    int port,
    Path dataDirectory,
    Path library,
    int connections,
    Duration patience,
    Duration maxExecutionTime,
    long maxMemoryBytes,
    int maxStatementBytes,
    long maxRequestBytes,
    Duration grace) {
  private static final Set<String> NAMES =
      Set.of(
          "port",
          "data-dir",
          "library",
          "connections",
          "patience",
          "max-execution-time",
          "max-memory-bytes",
          "max-statement-bytes",
          "max-request-bytes",
          "grace");

  ServerOptions {
    require(port >= 0 && port <= 65_535, "--port: %s is not between 0 and 65535", port);
    require(Files.isRegularFile(library), "--library: %s is not a file", library);
    require(connections > 0, "--connections: %s is not positive", connections);
    require(
        maxExecutionTime.toSeconds() > 0,
        "--max-execution-time: %s is shorter than a second",
        maxExecutionTime);
    require(maxMemoryBytes > 0, "--max-memory-bytes: %s is not positive", maxMemoryBytes);
    require(maxStatementBytes > 0, "--max-statement-bytes: %s is not positive", maxStatementBytes);
    require(maxRequestBytes > 0, "--max-request-bytes: %s is not positive", maxRequestBytes);
  }

  /**
   * @throws IllegalArgumentException when an option is unknown or its value does not fit
   * @throws IOException when the library can neither be found nor fetched
   */
  static ServerOptions parse(String... words) throws IOException {
    Arguments given = new Arguments(NAMES, words);
    Path library = given.get("library", Path::of);
    return new ServerOptions(
        given.get("port", Integer::parseInt, 8123),
        given.get("data-dir", Path::of, Path.of("clickhouse-data")),
        library == null ? EngineCache.ofUser().library() : library,
        given.get("connections", Integer::parseInt, 16),
        given.get("patience", Duration::parse, Duration.ofSeconds(30)),
        given.get("max-execution-time", Duration::parse, Duration.ofMinutes(5)),
        given.get("max-memory-bytes", Long::parseLong, 4L << 30),
        given.get("max-statement-bytes", Integer::parseInt, 16 << 20),
        given.get("max-request-bytes", Long::parseLong, 4L << 30),
        given.get("grace", Duration::parse, Duration.ofSeconds(10)));
  }

  /** The engine's settings for a statement that brings none. */
  Map<String, String> settings() {
    return Map.of(
        "max_execution_time", Long.toString(maxExecutionTime.toSeconds()),
        "max_memory_usage", Long.toString(maxMemoryBytes));
  }

  private static void require(boolean condition, String rule, Object value) {
    if (!condition) {
      throw new IllegalArgumentException(rule.formatted(value));
    }
  }
}
