package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import viewstream.ingestion.spool.Found.Damaged;
import viewstream.ingestion.spool.Found.End;
import viewstream.ingestion.spool.Found.Torn;
import viewstream.ingestion.spool.Found.Whole;

/** Reads the frames of one segment in order, past those that are damaged. For one thread. */
final class FrameReader {
  private static final int WINDOW_BYTES = 256 << 10;

  private final FileChannel file;

  /** Bytes of the file from {@link #windowBegin} on. */
  private ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);

  private long windowBegin;

  FrameReader(FileChannel file) {
    this.file = file;
  }

  /**
   * Looks at what there is.
   *
   * @param at where a frame begins
   * @param limit where the segment ends
   */
  Found read(long at, long limit) throws IOException {
    if (at >= limit) {
      return new End();
    }
    if (limit - at < Frame.HEADER_BYTES) {
      return new Torn();
    }
    int begin = show(at, Frame.HEADER_BYTES, limit);
    if (!Frame.isHeader(window, begin)) {
      return pastDamage(at, limit);
    }
    int length = Frame.recordLength(window, begin);
    long end = at + Frame.HEADER_BYTES + length;
    if (end > limit) {
      return new Torn();
    }
    begin = show(at, Frame.HEADER_BYTES + length, limit);
    if (!Frame.isWhole(window, begin)) {
      return new Damaged(at, end);
    }
    byte[] record = new byte[length];
    window.get(begin + Frame.HEADER_BYTES, record);
    return new Whole(record, Frame.epochMillis(window, begin), end);
  }

  /** Finds the next header. A file system may leave zeros behind where a write was torn. */
  private Found pastDamage(long from, long limit) throws IOException {
    boolean blank = true;
    for (long at = from; at < limit; at++) {
      if (limit - at >= Frame.HEADER_BYTES) {
        int begin = show(at, Frame.HEADER_BYTES, limit);
        if (Frame.isHeader(window, begin)) {
          return new Damaged(from, at);
        }
      }
      blank &= window.get(show(at, 1, limit)) == 0;
    }
    return blank ? new Torn() : new Damaged(from, limit);
  }

  /**
   * Makes bytes of the file visible in the window and returns where. Nothing from the limit on gets
   * into it: those bytes may still change.
   */
  private int show(long at, int length, long limit) throws IOException {
    if (at < windowBegin || at + length > windowBegin + window.limit()) {
      if (length > window.capacity()) {
        window = ByteBuffer.allocate(length);
      }
      window.clear().limit((int) Math.min(window.capacity(), limit - at));
      windowBegin = at;
      while (window.hasRemaining()) {
        if (file.read(window, at + window.position()) < 0) {
          throw new IOException("the segment is shorter than it was");
        }
      }
      window.flip();
    }
    return (int) (at - windowBegin);
  }
}
