package viewstream.flink.source;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/** Writes raw records where they pass between tasks. */
final class RawRecordSerializer extends VersionedSerializer<RawRecord> {
  private static final long serialVersionUID = 1;
  private static final int ABSENT = -1;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(RawRecord record, DataOutputView out) throws IOException {
    out.writeUTF(record.topic());
    Numbers.write(record.partition(), out);
    Numbers.write(record.offset(), out);
    Numbers.write(record.time(), out);
    byte[] value = record.value();
    Numbers.write(value == null ? ABSENT : value.length, out);
    if (value != null) {
      out.write(value);
    }
  }

  @Override
  protected RawRecord read(int version, DataInputView in) throws IOException {
    return new RawRecord(
        in.readUTF(), Numbers.readCount(in), Numbers.read(in), Numbers.read(in), readValue(in));
  }

  private static byte @Nullable [] readValue(DataInputView in) throws IOException {
    int length = Numbers.readCount(in);
    if (length == ABSENT) {
      return null;
    }
    byte[] value = new byte[length];
    in.readFully(value);
    return value;
  }
}
