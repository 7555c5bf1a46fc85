package viewstream.flink.aggregate;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/** Writes totals where they pass between tasks. */
final class TotalSerializer<S extends Sums<S>> extends VersionedSerializer<Total<S>> {
  private static final long serialVersionUID = 1;

  private final VersionedSerializer<S> sums;

  TotalSerializer(VersionedSerializer<S> sums) {
    this.sums = sums;
  }

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(Total<S> total, DataOutputView out) throws IOException {
    out.writeUTF(total.videoId());
    Numbers.write(total.start(), out);
    Numbers.write(total.version(), out);
    sums.serialize(total.sums(), out);
  }

  @Override
  protected Total<S> read(int version, DataInputView in) throws IOException {
    return new Total<>(in.readUTF(), Numbers.read(in), Numbers.read(in), sums.deserialize(in));
  }
}
