package viewstream.stack.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Runs the statement of a request and answers it; {@code /ping} tells that the engine is there. */
final class StatementHandler extends Handler.Abstract {

  private static final Logger LOG = System.getLogger(StatementHandler.class.getName());

  private final Engine engine;
  private final EngineIdentity identity;
  private final StatementReader reader;
  private final long maxRequestBytes;
  private final Map<String, String> settings;

  /**
   * @param maxRequestBytes the longest body on the wire
   * @param settings engine settings of every statement that does not bring its own
   */
  StatementHandler(
      Engine engine,
      EngineIdentity identity,
      StatementReader reader,
      long maxRequestBytes,
      Map<String, String> settings) {
    this.engine = engine;
    this.identity = identity;
    this.reader = reader;
    this.maxRequestBytes = maxRequestBytes;
    this.settings = Map.copyOf(settings);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    boolean greeting = path.equals("/ping") || path.equals("/") && isBareGet(request);
    if (greeting) {
      Content.Sink.write(response, true, "Ok.\n", callback);
      return true;
    }
    if (!path.equals("/") && !path.equals("/query")) {
      return false;
    }
    if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
      // There are no passwords, so a page in somebody's browser must not get in.
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
      return true;
    }
    try {
      answer(request, response);
      callback.succeeded();
    } catch (IOException | RuntimeException e) {
      LOG.log(Logger.Level.DEBUG, "A request ended early", e);
      callback.failed(e);
    }
    return true;
  }

  private void answer(Request request, Response response) throws Exception {
    InputStream body = new BoundedBody(Content.Source.asInputStream(request), maxRequestBytes);
    Reply reply = new Reply(request, response, Compression.NONE);
    try {
      StatementRequest statement = StatementRequest.of(request, settings);
      reply = new Reply(request, response, statement.response());
      reply.identify(identity, statement);
      run(statement, reader.read(statement.open(body)), reply);
    } catch (EngineException e) {
      drain(body);
      refuse(reply, e);
    } catch (EofException e) {
      throw e; // Nobody is left to be told.
    } catch (IOException e) {
      refuse(reply, EngineException.of(e));
    }
  }

  /** A client that is still sending does not look at the answer before it is through. */
  private static void drain(InputStream body) throws IOException {
    try {
      body.skip(Long.MAX_VALUE);
    } catch (BoundedBody.TooLongException e) {
      // Then it must learn it the hard way.
    }
  }

  private void refuse(Reply reply, EngineException reason) throws IOException {
    if (!reply.error(reason, identity)) {
      throw new IOException("The result broke off: " + reason.getMessage(), reason);
    }
  }

  private void run(StatementRequest request, Statement statement, Reply reply)
      throws EngineException, IOException, InterruptedException {
    try (EngineConnection connection = engine.connect(request.session())) {
      switch (statement) {
        case Statement.Insert insert -> insert(connection, insert, request, reply);
        case Statement.Select select -> select(connection, select, request, reply);
        case Statement.Command command -> command(connection, command, request, reply);
      }
    }
  }

  private static void insert(
      EngineConnection connection, Statement.Insert insert, StatementRequest request, Reply reply)
      throws EngineException, IOException {
    try (InsertStream stream =
        connection.insert(insert.sql(), insert.format(), request.parameters())) {
      stream.append(insert.rows());
      reply.done(stream.finish());
    }
  }

  private static void select(
      EngineConnection connection, Statement.Select select, StatementRequest request, Reply reply)
      throws EngineException, IOException {
    connection.check(select.sql());
    ResultFormat format = select.format() == null ? request.format() : select.format();
    String otherwise = request.format().name();
    if (format.streams()) {
      try (ResultStream results =
          connection.stream(select.sql(), otherwise, request.parameters())) {
        reply.stream(results, format);
      }
    } else {
      try (QueryResult result = connection.query(select.sql(), otherwise, request.parameters())) {
        reply.whole(result, format);
      }
    }
  }

  private static void command(
      EngineConnection connection, Statement.Command command, StatementRequest request, Reply reply)
      throws EngineException, IOException {
    connection.check(command.sql());
    ResultFormat format = request.format();
    try (QueryResult result =
        connection.query(command.sql(), format.name(), request.parameters())) {
      reply.whole(result, format);
    }
  }

  private static boolean isBareGet(Request request) {
    return request.getMethod().equals("GET")
        && Request.extractQueryParameters(request, StandardCharsets.UTF_8).get("query") == null;
  }
}
