package viewstream.stack.clickhouse;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Bytes and figures of a result, or of one block of it, in the engine's memory until closed. */
final class QueryResult implements AutoCloseable {

  private static final int COPY_BYTES = 64 * 1024;

  private final EngineLibrary library;
  private final Pointer result;

  private QueryResult(EngineLibrary library, Pointer result) {
    this.library = library;
    this.result = result;
  }

  static QueryResult of(EngineLibrary library, Pointer result) throws EngineException {
    String error = library.chdb_result_error(result);
    if (error != null) {
      library.chdb_destroy_query_result(result);
      throw EngineException.of(error);
    }
    return new QueryResult(library, result);
  }

  Pointer pointer() {
    return result;
  }

  long length() {
    return library.chdb_result_length(result);
  }

  /** A view of the bytes, valid until closed. */
  ByteBuffer bytes() {
    Pointer buffer = library.chdb_result_buffer(result);
    return buffer == null ? ByteBuffer.allocate(0) : buffer.getByteBuffer(0, length());
  }

  Summary summary() {
    return new Summary(
        library.chdb_result_storage_rows_read(result),
        library.chdb_result_storage_bytes_read(result),
        library.chdb_result_rows_written(result),
        library.chdb_result_bytes_written(result),
        library.chdb_result_rows_read(result),
        length());
  }

  /** Writes the bytes from an offset on. */
  void writeTo(OutputStream out, int from) throws IOException {
    ByteBuffer bytes = bytes().position(from);
    byte[] copy = new byte[Math.min(COPY_BYTES, bytes.remaining())];
    while (bytes.hasRemaining()) {
      int count = Math.min(copy.length, bytes.remaining());
      bytes.get(copy, 0, count);
      out.write(copy, 0, count);
    }
  }

  @Override
  public void close() {
    library.chdb_destroy_query_result(result);
  }
}
