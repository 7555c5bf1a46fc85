package viewstream.stack.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
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
 * <p>{@code java viewstream.stack.clickhouse.ClickHouseServer --port 8123 --data-dir DIR}, see
 * {@link ServerOptions}. SIGTERM lets running statements finish.
 *
 * <p>Requests run on platform threads: a virtual thread inside the engine would hold its carrier.
 */
public final class ClickHouseServer implements AutoCloseable {
  /**
   * The engine parses and plans on the caller's thread, and refuses deep queries on small stacks.
   */
  private static final long ENGINE_STACK_BYTES = 8L << 20;

  private static final int IDLE_THREAD_MILLIS = 60_000;

  /** Statements may come in the URL. */
  private static final int HEADER_BYTES = 1 << 20;

  private final Engine engine;
  private final Server server;
  private final ServerConnector connector;

  private ClickHouseServer(ServerOptions options, Engine engine, EngineIdentity identity) {
    this.engine = engine;
    this.server = new Server(threads(options.connections()));
    this.connector = new ServerConnector(server, new HttpConnectionFactory(http()));
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
                options.maxRequestBytes(),
                options.settings())));
  }

  /** Starts the engine and the server; returns when statements are answered. */
  static ClickHouseServer start(ServerOptions options) throws Exception {
    Files.createDirectories(options.dataDirectory());
    Engine engine =
        new Engine(
            options.library(), options.dataDirectory(), options.connections(), options.patience());
    ClickHouseServer server = new ClickHouseServer(options, engine, identify(engine));
    server.server.start();
    return server;
  }

  /** The port it listens on, on 127.0.0.1. */
  int port() {
    return connector.getLocalPort();
  }

  /** Lets running statements finish, then stops server and engine. */
  @Override
  public void close() throws Exception {
    server.stop();
    engine.close();
  }

  public static void main(String[] words) {
    try {
      ClickHouseServer server = start(ServerOptions.parse(words));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "clickhouse-stop"));
      System.out.println("ClickHouse engine answers on http://127.0.0.1:" + server.port());
    } catch (Exception e) {
      String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
      System.err.println("The ClickHouse engine cannot start: " + e.getMessage() + cause);
      System.exit(1);
    }
  }

  private static void stop(ClickHouseServer server) {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("The ClickHouse engine did not stop cleanly: " + e);
    }
  }

  private static EngineIdentity identify(Engine engine) throws Exception {
    Session session = new Session("default", Map.of());
    try (EngineConnection connection = engine.connect(session);
        QueryResult result =
            connection.query(
                "SELECT version(), timezone()".getBytes(UTF_8), "TSV", Parameters.NONE)) {
      String[] fields = UTF_8.decode(result.bytes()).toString().strip().split("\t");
      return new EngineIdentity(fields[0], fields[1]);
    }
  }

  private static QueuedThreadPool threads(int connections) {
    return new QueuedThreadPool(
        connections * 2 + 16,
        4,
        IDLE_THREAD_MILLIS,
        -1,
        null,
        null,
        Thread.ofPlatform().name("clickhouse-http-", 0).stackSize(ENGINE_STACK_BYTES).factory());
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    return http;
  }
}
