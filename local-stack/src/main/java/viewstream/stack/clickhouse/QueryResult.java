package viewstream.stack.clickhouse;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;

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

  byte[] bytes(int limit) {
    Pointer buffer = library.chdb_result_buffer(result);
    return buffer == null ? new byte[0] : buffer.getByteArray(0, (int) Math.min(length(), limit));
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
  void writeTo(OutputStream out, long from) throws IOException {
    Pointer buffer = library.chdb_result_buffer(result);
    if (buffer == null) {
      return;
    }
    long length = length();
    byte[] copy = new byte[(int) Math.min(COPY_BYTES, Math.max(0, length - from))];
    for (long at = from; at < length; at += copy.length) {
      int count = (int) Math.min(copy.length, length - at);
      buffer.read(at, copy, 0, count);
      out.write(copy, 0, count);
    }
  }

  @Override
  public void close() {
    library.chdb_destroy_query_result(result);
  }
}
