package viewstream.ingestion.databases;

import java.io.IOException;
import java.nio.file.Path;

/** How a file becomes something to look things up in. */
@FunctionalInterface
public interface Reading<T> {
  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is broken
   */
  T read(Path file) throws IOException;
}
