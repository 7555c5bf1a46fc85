package viewstream.stack.clickhouse;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;

/** A running insert; closing it before {@link #finish} cancels it. */
final class InsertStream implements AutoCloseable {

  private static final int PIECE_BYTES = 256 * 1024;

  private final EngineLibrary library;
  private final Pointer insert;

  InsertStream(EngineLibrary library, Pointer insert) throws EngineException {
    this.library = library;
    this.insert = insert;
    String error = library.chdb_stream_insert_error(insert);
    if (error != null) {
      close();
      throw EngineException.of(error);
    }
  }

  /** Hands all rows to the engine, which slows the reading down when it is behind. */
  void append(InputStream rows) throws IOException, EngineException {
    byte[] piece = new byte[PIECE_BYTES];
    for (int count = rows.readNBytes(piece, 0, piece.length);
        count > 0;
        count = rows.readNBytes(piece, 0, piece.length)) {
      if (library.chdb_stream_append(insert, piece, count) != 0) {
        String error = library.chdb_stream_insert_error(insert);
        throw EngineException.of(error == null ? "The insert was refused" : error);
      }
    }
  }

  /** Returns when every row is stored. */
  Summary finish() throws EngineException {
    try (QueryResult result = QueryResult.of(library, library.chdb_stream_done(insert))) {
      return result.summary();
    }
  }

  @Override
  public void close() {
    library.chdb_destroy_insert_stream(insert);
  }
}
