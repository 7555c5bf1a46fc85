package viewstream.schema.registry;

import java.nio.ByteBuffer;

/**
 * The Confluent wire format: a zero byte, the schema's id as four big-endian bytes, then the record
 * in Avro binary.
 */
final class WireFormat {
  static final int HEADER_BYTES = 5;
  private static final byte MAGIC = 0;

  private WireFormat() {}

  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
  }

  static int schemaId(byte[] framed) {
    if (framed.length < HEADER_BYTES || framed[0] != MAGIC) {
      throw new WireFormatException(
          "expected a zero byte and a schema id before the record, got "
              + framed.length
              + " bytes");
    }
    return ByteBuffer.wrap(framed).getInt(1);
  }
}
