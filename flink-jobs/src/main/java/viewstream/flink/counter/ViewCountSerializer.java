package viewstream.flink.counter;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/** Writes counts, in state and between tasks. */
final class ViewCountSerializer extends VersionedSerializer<ViewCount> {
  private static final long serialVersionUID = 1;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(ViewCount count, DataOutputView out) throws IOException {
    Numbers.write(count.views(), out);
  }

  @Override
  protected ViewCount read(int version, DataInputView in) throws IOException {
    return new ViewCount(Numbers.read(in));
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public ViewCount copy(ViewCount from) {
    return new ViewCount(from.views());
  }

  @Override
  public TypeSerializerSnapshot<ViewCount> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ViewCount> {
    public Snapshot() {
      super(ViewCountSerializer::new);
    }
  }
}
