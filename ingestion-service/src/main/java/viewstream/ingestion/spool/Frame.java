package viewstream.ingestion.spool;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A record as it lies in a file, big-endian:
 *
 * <pre>
 * length of the record   4 bytes
 * epoch milliseconds     8 bytes   when it was appended
 * CRC-32C of the record  4 bytes
 * CRC-32C of the above   4 bytes
 * record
 * </pre>
 *
 * <p>The header has a checksum of its own because everything behind a damaged length would be lost
 * otherwise, and because it tells a frame that was cut off from one that was damaged.
 */
final class Frame {
  static final int HEADER_BYTES = 20;

  /** More than any body may hold; a longer length is no length. */
  static final int LONGEST_RECORD = 8 << 20;

  private static final int CHECKED_HEADER_BYTES = HEADER_BYTES - Integer.BYTES;

  private Frame() {}

  /** Bytes that these records take in a file. */
  static int size(List<byte[]> records) {
    int size = 0;
    for (byte[] record : records) {
      size += HEADER_BYTES + record.length;
    }
    return size;
  }

  /** Frames of these records, one after another, ready to be written. */
  static ByteBuffer of(List<byte[]> records, long epochMillis) {
    ByteBuffer frames = ByteBuffer.allocate(size(records));
    for (byte[] record : records) {
      int begin = frames.position();
      frames.putInt(record.length).putLong(epochMillis).putInt(checksum(record, 0, record.length));
      frames.putInt(checksum(frames.array(), begin, CHECKED_HEADER_BYTES)).put(record);
    }
    return frames.flip();
  }

  /** Whether a header begins here; there are as many bytes. */
  static boolean isHeader(ByteBuffer bytes, int begin) {
    int length = bytes.getInt(begin);
    return length >= 0
        && length <= LONGEST_RECORD
        && bytes.getInt(begin + CHECKED_HEADER_BYTES)
            == checksum(bytes.array(), begin, CHECKED_HEADER_BYTES);
  }

  /** The length of the record behind a header. */
  static int recordLength(ByteBuffer bytes, int begin) {
    return bytes.getInt(begin);
  }

  /** When the record behind a header was appended. */
  static long epochMillis(ByteBuffer bytes, int begin) {
    return bytes.getLong(begin + Integer.BYTES);
  }

  /** Whether the record behind a header is as it was appended; all of it is there. */
  static boolean isWhole(ByteBuffer bytes, int begin) {
    return bytes.getInt(begin + Integer.BYTES + Long.BYTES)
        == checksum(bytes.array(), begin + HEADER_BYTES, recordLength(bytes, begin));
  }

  private static int checksum(byte[] bytes, int begin, int length) {
    var checksum = new CRC32C();
    checksum.update(bytes, begin, length);
    return (int) checksum.getValue();
  }
}
