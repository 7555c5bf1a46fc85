package viewstream.flink.clickhouse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One row in ClickHouse's RowBinary: little-endian numbers, lengths as variable-length integers.
 * Signed and unsigned integers of a width look the same; what does not fit an unsigned column is
 * clamped, for a claim beyond all reason must not stop the stream.
 */
public final class RowBinary {
  private static final int EXPECTED_BYTES = 512;
  private static final long MAX_UINT32 = 0xFFFF_FFFFL;
  private static final int MAX_UINT16 = 0xFFFF;

  private ByteBuffer bytes = ByteBuffer.allocate(EXPECTED_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  public void bool(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
  }

  /** UInt16. */
  public void int16(int value) {
    room(Short.BYTES).putShort((short) Math.clamp(value, 0, MAX_UINT16));
  }

  /** UInt32. */
  public void int32(long value) {
    room(Integer.BYTES).putInt((int) uint32(value));
  }

  /** What of a number fits a UInt32. */
  public static long uint32(long value) {
    return Math.clamp(value, 0, MAX_UINT32);
  }

  /** Int64 or UInt64, all 64 bits as they are. */
  public void int64(long value) {
    room(Long.BYTES).putLong(value);
  }

  public void float64(double value) {
    room(Double.BYTES).putDouble(value);
  }

  /** String and LowCardinality(String). */
  public void string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    length(utf8.length);
    room(utf8.length).put(utf8);
  }

  /** An absent text is an empty one. */
  public void text(@Nullable String value) {
    string(value == null ? "" : value);
  }

  public void uuid(UUID value) {
    int64(value.getMostSignificantBits());
    int64(value.getLeastSignificantBits());
  }

  /** DateTime, from epoch ms. */
  public void dateTime(long epochMillis) {
    int32(Math.floorDiv(epochMillis, 1_000L));
  }

  /** DateTime64(3). */
  public void dateTime64(Instant value) {
    int64(value.toEpochMilli());
  }

  /** Nullable of whatever the writer writes. */
  public <V> void nullable(@Nullable V value, BiConsumer<RowBinary, V> write) {
    bool(value == null);
    if (value != null) {
      write.accept(this, value);
    }
  }

  public <V> void array(List<V> values, BiConsumer<RowBinary, V> write) {
    length(values.size());
    values.forEach(value -> write.accept(this, value));
  }

  public <K, V> void map(
      Map<K, V> values, BiConsumer<RowBinary, K> writeKey, BiConsumer<RowBinary, V> writeValue) {
    length(values.size());
    values.forEach(
        (key, value) -> {
          writeKey.accept(this, key);
          writeValue.accept(this, value);
        });
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void length(int value) {
    int rest = value;
    while (rest >= 0x80) {
      room(1).put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    room(1).put((byte) rest);
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int capacity = Math.max(bytes.capacity() * 2, bytes.position() + more);
      bytes =
          ByteBuffer.wrap(Arrays.copyOf(bytes.array(), capacity))
              .order(ByteOrder.LITTLE_ENDIAN)
              .position(bytes.position());
    }
    return bytes;
  }
}
