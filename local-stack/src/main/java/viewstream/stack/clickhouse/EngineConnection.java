package viewstream.stack.clickhouse;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One connection of the engine, leased to one statement at a time; not thread-safe. */
final class EngineConnection implements AutoCloseable {

  private static final int CONTROL = 3;
  private static final int ANALYSIS_BYTES = 16;

  private final EngineLibrary library;
  private final Pointer handle;
  private final Pointer connection;
  private final Session session;
  private final Consumer<EngineConnection> giveBack;
  private boolean reusable = true;

  EngineConnection(
      EngineLibrary library, Pointer handle, Session session, Consumer<EngineConnection> giveBack) {
    this.library = library;
    this.handle = handle;
    this.connection = handle.getPointer(0);
    this.session = session;
    this.giveBack = giveBack;
  }

  Session session() {
    return session;
  }

  /** False when a statement changed the session, so that nobody else may get this connection. */
  boolean reusable() {
    return reusable;
  }

  /** Brings a new connection into its session's state. */
  void prepare() throws EngineException {
    query(bytes(session.script()), "TSV", Parameters.NONE).close();
  }

  /**
   * Refuses texts of several statements, as a server does, and notices statements that change the
   * session.
   */
  void check(byte[] sql) throws EngineException {
    int[] analysis = {ANALYSIS_BYTES, 0, 0, 0};
    library.chdb_classify_query_n(connection, sql, sql.length, null, 0, analysis);
    if (analysis[1] > 1) {
      throw EngineException.of(
          EngineException.SYNTAX_ERROR,
          "Syntax error (Multi-statements are not allowed)",
          "SYNTAX_ERROR");
    }
    reusable &= analysis[3] != CONTROL;
  }

  /** Runs a statement and holds its whole result. */
  QueryResult query(byte[] sql, String format, Parameters parameters) throws EngineException {
    return QueryResult.of(
        library, call(library::chdb_query_with_params_n, sql, format, parameters));
  }

  /** Runs a query whose result comes in blocks; the query may still fail in any of them. */
  ResultStream stream(byte[] sql, String format, Parameters parameters) throws EngineException {
    Pointer stream = call(library::chdb_stream_query_with_params_n, sql, format, parameters);
    return new ResultStream(library, connection, QueryResult.of(library, stream));
  }

  /** Begins an insert whose rows follow in pieces; the statement ends before {@code FORMAT}. */
  InsertStream insert(byte[] sql, String format, Parameters parameters) throws EngineException {
    return new InsertStream(
        library, call(library::chdb_stream_insert_with_params_n, sql, format, parameters));
  }

  /** Ends the lease. */
  @Override
  public void close() {
    giveBack.accept(this);
  }

  /** Ends the connection. */
  void disconnect() {
    library.chdb_close_conn(handle);
  }

  private Pointer call(
      EngineLibrary.Call function, byte[] sql, String format, Parameters parameters) {
    byte[] formatBytes = bytes(format);
    return function.call(
        connection,
        sql,
        sql.length,
        formatBytes,
        formatBytes.length,
        parameters.nameArray(),
        parameters.nameLengths(),
        parameters.valueArray(),
        parameters.valueLengths(),
        parameters.names().size());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
