package viewstream.flink.aggregate;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/** Writes partial sums on their way to the task that owns the video. */
final class PartialSerializer<S extends Sums<S>> extends VersionedSerializer<Partial<S>> {
  private static final long serialVersionUID = 1;

  private final VersionedSerializer<S> sums;

  PartialSerializer(VersionedSerializer<S> sums) {
    this.sums = sums;
  }

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(Partial<S> partial, DataOutputView out) throws IOException {
    out.writeUTF(partial.videoId());
    Numbers.write(partial.start(), out);
    sums.serialize(partial.sums(), out);
  }

  @Override
  protected Partial<S> read(int version, DataInputView in) throws IOException {
    return new Partial<>(in.readUTF(), Numbers.read(in), sums.deserialize(in));
  }
}
