package viewstream.stack.clickhouse;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** A result that arrives block by block; closing it early cancels the query. */
final class ResultStream implements AutoCloseable {

  private final EngineLibrary library;
  private final Pointer connection;
  private final QueryResult stream;

  ResultStream(EngineLibrary library, Pointer connection, QueryResult stream) {
    this.library = library;
    this.connection = connection;
    this.stream = stream;
  }

  /** The next block, which the caller closes, or null after the last. */
  @Nullable QueryResult next() throws EngineException {
    QueryResult block =
        QueryResult.of(library, library.chdb_stream_fetch_result(connection, stream.pointer()));
    if (block.length() > 0) {
      return block;
    }
    block.close();
    return null;
  }

  @Override
  public void close() {
    library.chdb_stream_cancel_query(connection, stream.pointer());
    stream.close();
  }
}
