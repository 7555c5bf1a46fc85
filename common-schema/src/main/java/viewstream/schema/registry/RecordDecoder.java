package viewstream.schema.registry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.TrustedRecords;

/**
 * Reads records in the Confluent wire format, whichever compatible schema they were written with.
 * For one thread.
 *
 * @param <T> the record type to read into
 */
public final class RecordDecoder<T extends SpecificRecord> {
  private final Schema reads;
  private final SchemaRegistry registry;
  private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  /** Nothing is contacted until the first record of a schema is read. */
  public RecordDecoder(Class<T> type, SchemaRegistry registry) {
    TrustedRecords.trust();
    this.reads = SpecificData.get().getSchema(type);
    this.registry = registry;
  }

  /**
   * Reads one record.
   *
   * @param framed header and record
   * @throws WireFormatException if the bytes are no such record
   * @throws UnknownSchemaException if the registry does not know the schema
   * @throws RegistryUnavailableException if the registry does not answer for a schema not yet seen
   */
  public T decode(byte[] framed) {
    SpecificDatumReader<T> reader =
        readers.computeIfAbsent(WireFormat.schemaId(framed), this::reader);
    reused =
        DecoderFactory.get()
            .binaryDecoder(
                framed, WireFormat.HEADER_BYTES, framed.length - WireFormat.HEADER_BYTES, reused);
    try {
      return reader.read(null, reused);
    } catch (IOException | RuntimeException broken) {
      throw new WireFormatException("the bytes are no " + reads.getName(), broken);
    }
  }

  private SpecificDatumReader<T> reader(int schemaId) {
    return new SpecificDatumReader<>(registry.schema(schemaId), reads);
  }
}
