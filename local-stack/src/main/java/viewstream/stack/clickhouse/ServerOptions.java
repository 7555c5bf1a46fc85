package viewstream.stack.clickhouse;

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

  /** Options with the limits that suit one machine. */
  public static ServerOptions of(int port, Path dataDirectory, Path library) {
    return new ServerOptions(
        port,
        dataDirectory,
        library,
        16,
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        16 << 20,
        4L << 30,
        Duration.ofSeconds(30));
  }
}
