package viewstream.schema.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import viewstream.schema.event.TrustedRecords;
import viewstream.schema.topic.Topic;

/**
 * Turns the records of one topic into bytes in the Confluent wire format. Safe for use by many
 * threads.
 *
 * @param <T> the topic's record type
 */
public final class RecordEncoder<T extends SpecificRecord> {
  private static final int EXPECTED_BYTES = 512;

  private final byte[] header;
  private final SpecificDatumWriter<T> writer;

  /**
   * Registers the topic's schema, or finds it in the registry.
   *
   * @throws IncompatibleSchemaException if the registry refuses the schema
   * @throws RegistryUnavailableException if the registry does not answer
   */
  public RecordEncoder(Topic topic, Class<T> type, SchemaRegistry registry) {
    this(type, registry.register(topic));
  }

  /** Writes with a schema whose id is known. */
  public RecordEncoder(Class<T> type, int schemaId) {
    TrustedRecords.trust();
    this.header = WireFormat.header(schemaId);
    this.writer = new SpecificDatumWriter<>(type);
  }

  /** What all records begin with: a zero byte and the schema's id. A copy. */
  public byte[] header() {
    return header.clone();
  }

  /** The record's bytes. */
  public byte[] encode(T record) {
    var bytes = new ByteArrayOutputStream(EXPECTED_BYTES);
    bytes.writeBytes(header);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
