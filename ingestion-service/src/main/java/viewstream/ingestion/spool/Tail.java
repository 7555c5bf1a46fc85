package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The segment that is written to. For one thread, which nobody may interrupt. */
final class Tail implements AutoCloseable {
  private final Segment segment;
  private final FileChannel file;
  private long length;
  private boolean usable = true;

  Tail(Segment segment, FileChannel file) {
    this.segment = segment;
    this.file = file;
  }

  Segment segment() {
    return segment;
  }

  /** What is safe on disk. */
  long length() {
    return length;
  }

  /** Whether more may be appended. */
  boolean usable() {
    return usable;
  }

  /**
   * Returns when all of it is safe on disk. When it throws, none of it is there, or it lies behind
   * {@link #length} and the segment is not usable any more.
   */
  void append(ByteBuffer[] frames) throws IOException {
    long end = length;
    try {
      for (ByteBuffer group : frames) {
        while (group.hasRemaining()) {
          end += file.write(group, end);
        }
      }
    } catch (IOException failed) {
      cut(failed);
      throw failed;
    }
    try {
      file.force(false);
    } catch (IOException failed) {
      usable = false; // the kernel may have dropped the pages; a second force would not tell
      cut(failed);
      throw failed;
    }
    length = end;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void cut(IOException reason) {
    try {
      file.truncate(length);
    } catch (IOException stuck) {
      usable = false;
      reason.addSuppressed(stuck);
    }
  }
}
