package viewstream.flink.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;
import viewstream.schema.event.TrustedRecords;

/**
 * Avro binary in this release's schema. It passes between operators of one release and is never
 * kept, so schemas need not evolve here.
 *
 * @param <T> the record type
 */
public final class LoggedSerializer<T extends SpecificRecord>
    extends VersionedSerializer<Logged<T>> {
  private static final long serialVersionUID = 1;
  private static final int EXPECTED_BYTES = 512;

  private final Class<T> type;
  private transient @Nullable Codec<T> codec;

  public LoggedSerializer(Class<T> type) {
    this.type = type;
  }

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(Logged<T> logged, DataOutputView out) throws IOException {
    Numbers.write(logged.time(), out);
    Numbers.write(logged.offset(), out);
    codec().write(logged.value(), out);
  }

  @Override
  protected Logged<T> read(int version, DataInputView in) throws IOException {
    long time = Numbers.read(in);
    long offset = Numbers.read(in);
    return new Logged<>(codec().read(in), time, offset);
  }

  /** Buffers are not shared between threads. */
  @Override
  public TypeSerializer<Logged<T>> duplicate() {
    return new LoggedSerializer<>(type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LoggedSerializer<?> that && type == that.type;
  }

  @Override
  public int hashCode() {
    return Objects.hash(LoggedSerializer.class, type);
  }

  private Codec<T> codec() {
    if (codec == null) {
      codec = new Codec<>(type);
    }
    return codec;
  }

  private static final class Codec<T extends SpecificRecord> {
    private final SpecificDatumWriter<T> writer;
    private final SpecificDatumReader<T> reader;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(EXPECTED_BYTES);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    Codec(Class<T> type) {
      TrustedRecords.trust();
      writer = new SpecificDatumWriter<>(type);
      reader = new SpecificDatumReader<>(type);
    }

    void write(T record, DataOutputView out) throws IOException {
      buffer.reset();
      encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
      writer.write(record, encoder);
      encoder.flush();
      Numbers.write(buffer.size(), out);
      out.write(buffer.toByteArray());
    }

    T read(DataInputView in) throws IOException {
      byte[] bytes = new byte[Numbers.readCount(in)];
      in.readFully(bytes);
      decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
      return reader.read(null, decoder);
    }
  }
}
