package viewstream.stack.clickhouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The ClickHouse engine behind ClickHouse's HTTP protocol.
 *
 * <p>{@code java viewstream.stack.clickhouse.ClickHouseServer --port 8123 --data-dir DIR}; {@code
 * --library FILE} names the engine's library, which otherwise comes from the {@link EngineCache}.
 * SIGTERM lets running statements finish.
 *
 * <p>Requests run on platform threads: a virtual thread inside the engine would hold its carrier.
 */
public final class ClickHouseServer implements AutoCloseable {

  private final Engine engine;
  private final Server server;
  private final ServerConnector connector;

  private ClickHouseServer(Engine engine, Server server, ServerConnector connector) {
    this.engine = engine;
    this.server = server;
    this.connector = connector;
  }

  /** Starts the engine and the server; returns when statements are answered. */
  public static ClickHouseServer start(ServerOptions options) throws Exception {
    Files.createDirectories(options.dataDirectory());
    Engine engine =
        new Engine(
            options.library(), options.dataDirectory(), options.connections(), options.patience());
    EngineIdentity identity = identify(engine);
    QueuedThreadPool threads = new QueuedThreadPool(options.connections() * 2 + 16, 8);
    threads.setName("clickhouse-http");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(1 << 20);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(options.port());
    connector.setIdleTimeout(options.maxExecutionTime().toMillis());
    server.addConnector(connector);
    server.setStopTimeout(options.grace().toMillis());
    server.setHandler(
        new GracefulHandler(
            new StatementHandler(
                engine,
                identity,
                new StatementReader(options.maxStatementBytes()),
                Map.of(
                    "max_execution_time", Long.toString(options.maxExecutionTime().toSeconds())))));
    server.start();
    return new ClickHouseServer(engine, server, connector);
  }

  private static EngineIdentity identify(Engine engine) throws Exception {
    try (EngineConnection connection = engine.connect(new Session("default", Map.of()));
        QueryResult result =
            connection.query(
                "SELECT version(), timezone()".getBytes(StandardCharsets.UTF_8),
                "TSV",
                Parameters.of(Map.of()))) {
      String[] fields = new String(result.bytes(1024), StandardCharsets.UTF_8).strip().split("\t");
      return new EngineIdentity(fields[0], fields[1]);
    }
  }

  /** The port it listens on, on 127.0.0.1. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Lets running statements finish, then stops server and engine. */
  @Override
  public void close() throws Exception {
    server.stop();
    engine.close();
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      named.put(arguments[i], arguments[i + 1]);
    }
    ClickHouseServer server =
        start(
            ServerOptions.of(
                Integer.parseInt(named.getOrDefault("--port", "8123")),
                Path.of(named.getOrDefault("--data-dir", "clickhouse-data")),
                library(named.get("--library"))));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "clickhouse-stop"));
    System.out.println("ClickHouse engine answers on http://127.0.0.1:" + server.port());
  }

  private static Path library(@org.jspecify.annotations.Nullable String file) throws IOException {
    return file == null ? EngineCache.ofUser().library() : Path.of(file);
  }

  private static void stop(ClickHouseServer server) {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("The engine did not stop cleanly: " + e);
    }
  }
}
