package viewstream.flink.aggregate;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/** The simplest figures there can be: an amount, and from how many contributions. */
final class Amount implements Sums<Amount> {
  long amount;
  private long contributions;

  void add(long more) {
    amount += more;
    contributions++;
  }

  @Override
  public void add(Amount other) {
    amount += other.amount;
    contributions += other.contributions;
  }

  @Override
  public long contributions() {
    return contributions;
  }

  /** Writes amounts. */
  public static final class Serializer extends VersionedSerializer<Amount> {
    private static final long serialVersionUID = 1;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    protected void write(Amount value, DataOutputView out) throws IOException {
      Numbers.write(value.amount, out);
      Numbers.write(value.contributions, out);
    }

    @Override
    protected Amount read(int version, DataInputView in) throws IOException {
      Amount read = new Amount();
      read.amount = Numbers.read(in);
      read.contributions = Numbers.read(in);
      return read;
    }

    @Override
    public boolean isImmutableType() {
      return false;
    }

    @Override
    public Amount copy(Amount from) {
      Amount copy = new Amount();
      copy.add(from);
      return copy;
    }

    @Override
    public TypeSerializerSnapshot<Amount> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Amount> {
    public Snapshot() {
      super(Serializer::new);
    }
  }
}
