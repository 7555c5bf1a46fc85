package viewstream.stack.clickhouse;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The C functions of the engine, by their own names.
 *
 * <p>A connection runs one statement at a time; different connections run in parallel. Every result
 * and every insert stream must be destroyed, also after an error.
 */
interface EngineLibrary extends Library {

  /**
   * Loads the library and forbids it to touch signal handlers: the JVM needs its own, and a process
   * that lost them dies without a word at the next null pointer.
   */
  static EngineLibrary load(Path file) {
    EngineLibrary library =
        Native.load(file.toString(), EngineLibrary.class, Map.of(OPTION_STRING_ENCODING, "UTF-8"));
    library.chdb_set_signal_handlers_enabled(0);
    return library;
  }

  /** The form of the functions that begin a statement. */
  @FunctionalInterface
  interface Call {
    Pointer call(
        Pointer connection,
        byte[] sql,
        long sqlLength,
        byte[] format,
        long formatLength,
        String @Nullable [] names,
        long @Nullable [] nameLengths,
        String @Nullable [] values,
        long @Nullable [] valueLengths,
        long parameterCount);
  }

  void chdb_set_signal_handlers_enabled(int enabled);

  /** Returns a pointer to the connection handle, or null; the reason is on standard error. */
  @Nullable Pointer chdb_connect(int argumentCount, String[] arguments);

  void chdb_close_conn(Pointer connectionPointer);

  /** Stops every thread of the engine; all connections must be closed. */
  void chdb_shutdown();

  /** Fills {size of this struct, number of statements, flags, class}. */
  int chdb_classify_query_n(
      Pointer connection,
      byte[] sql,
      long sqlLength,
      @Nullable Pointer database,
      long databaseLength,
      int[] analysis);

  Pointer chdb_query_with_params_n(
      Pointer connection,
      byte[] sql,
      long sqlLength,
      byte[] format,
      long formatLength,
      String @Nullable [] names,
      long @Nullable [] nameLengths,
      String @Nullable [] values,
      long @Nullable [] valueLengths,
      long parameterCount);

  Pointer chdb_stream_query_with_params_n(
      Pointer connection,
      byte[] sql,
      long sqlLength,
      byte[] format,
      long formatLength,
      String @Nullable [] names,
      long @Nullable [] nameLengths,
      String @Nullable [] values,
      long @Nullable [] valueLengths,
      long parameterCount);

  Pointer chdb_stream_fetch_result(Pointer connection, Pointer stream);

  void chdb_stream_cancel_query(Pointer connection, Pointer stream);

  void chdb_destroy_query_result(Pointer result);

  @Nullable String chdb_result_error(Pointer result);

  @Nullable Pointer chdb_result_buffer(Pointer result);

  long chdb_result_length(Pointer result);

  long chdb_result_rows_read(Pointer result);

  long chdb_result_bytes_read(Pointer result);

  long chdb_result_storage_rows_read(Pointer result);

  long chdb_result_storage_bytes_read(Pointer result);

  long chdb_result_rows_written(Pointer result);

  long chdb_result_bytes_written(Pointer result);

  /** Never null; a failure is told by {@link #chdb_stream_insert_error}. */
  Pointer chdb_stream_insert_with_params_n(
      Pointer connection,
      byte[] sql,
      long sqlLength,
      byte[] format,
      long formatLength,
      String @Nullable [] names,
      long @Nullable [] nameLengths,
      String @Nullable [] values,
      long @Nullable [] valueLengths,
      long parameterCount);

  /** Copies the bytes; blocks while the engine is behind. Zero means success. */
  int chdb_stream_append(Pointer insert, byte[] data, long length);

  /** Waits until the rows are stored; the result carries their number or the error. */
  Pointer chdb_stream_done(Pointer insert);

  @Nullable String chdb_stream_insert_error(Pointer insert);

  /** Cancels first when the insert was not finished. */
  void chdb_destroy_insert_stream(Pointer insert);
}
