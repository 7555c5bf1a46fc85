package viewstream.ingestion.fast;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Avro binary in an array that grows and is used again. For one thread. */
final class AvroBuffer {
  private static final int LONGEST_VARINT = 10;
  private static final int NULL_BRANCH = 0;
  private static final int VALUE_BRANCH = 1;

  private byte[] bytes = new byte[1024];
  private int size;

  void clear() {
    size = 0;
  }

  /** How much has been written. */
  int size() {
    return size;
  }

  /** Writes over one byte. */
  void set(int at, int value) {
    bytes[at] = (byte) value;
  }

  /** A copy of all that has been written. */
  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** Bytes that are Avro already. */
  void raw(byte[] avro) {
    raw(avro, 0, avro.length);
  }

  void raw(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Zigzag, then seven bits at a time, the lowest first. An int and a long look the same. */
  void number(long value) {
    reserve(LONGEST_VARINT);
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void flag(boolean value) {
    reserve(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  /** Eight bytes, the lowest first. */
  void real(double value) {
    reserve(Double.BYTES);
    long rest = Double.doubleToRawLongBits(value);
    for (int i = 0; i < Double.BYTES; i++) {
      bytes[size++] = (byte) rest;
      rest >>>= Byte.SIZE;
    }
  }

  /** A string that is UTF-8 already. */
  void text(byte[] source, int offset, int length) {
    number(length);
    raw(source, offset, length);
  }

  /** A text of an event. */
  void text(Fields event, Field field) {
    text(event.body(), event.offset(field), event.length(field));
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    text(utf8, 0, utf8.length);
  }

  /** A symbol of an enum. */
  void symbol(Enum<?> symbol) {
    number(symbol.ordinal());
  }

  /** Of a union that begins with null, that branch. */
  void none() {
    number(NULL_BRANCH);
  }

  /** Of a union of null and something, the something, which follows. */
  void some() {
    number(VALUE_BRANCH);
  }

  /** Of an array or a map, after its last item. */
  void end() {
    number(0);
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
