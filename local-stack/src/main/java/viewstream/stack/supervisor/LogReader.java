package viewstream.stack.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a growing file line by line. */
final class LogReader {
  private final Path file;
  private long position;

  LogReader(Path file) {
    this.file = file;
  }

  /** The lines completed since the last call. */
  List<String> newLines() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) (log.length() - position)];
      log.seek(position);
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.lastIndexOf('\n') + 1;
      position += end;
      return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
