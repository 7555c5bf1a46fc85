package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Remembers the position across restarts. It is not forced to disk: after a power failure it may be
 * an older one, and then some records are sent twice, which is harmless.
 */
final class PositionFile implements AutoCloseable {
  private static final int CHECKED_BYTES = 2 * Long.BYTES;
  private static final int BYTES = CHECKED_BYTES + Integer.BYTES;

  private final FileChannel file;

  PositionFile(Disk disk, Path path) throws IOException {
    this.file =
        disk.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** What was written last, or the beginning if that cannot be read. */
  Position read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, bytes.position()) < 0) {
        return Position.BEGINNING;
      }
    }
    bytes.flip();
    Position position = new Position(bytes.getLong(), bytes.getLong());
    return bytes.getInt() == checksum(bytes.array()) ? position : Position.BEGINNING;
  }

  void write(Position position) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES).putLong(position.segment()).putLong(position.offset());
    bytes.putInt(checksum(bytes.array())).flip();
    while (bytes.hasRemaining()) {
      file.write(bytes, bytes.position());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static int checksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes, 0, CHECKED_BYTES);
    return (int) checksum.getValue();
  }
}
