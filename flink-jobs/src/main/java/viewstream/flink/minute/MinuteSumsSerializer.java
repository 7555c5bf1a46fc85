package viewstream.flink.minute;

import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/**
 * Writes a minute's figures, in state and between tasks. Measures and dimensions are preceded by
 * their number: those appended later are zero in what was written before.
 */
final class MinuteSumsSerializer extends VersionedSerializer<MinuteSums> {
  private static final long serialVersionUID = 1;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(MinuteSums sums, DataOutputView out) throws IOException {
    Numbers.write(sums.contributions(), out);
    Numbers.write(sums.maxDurationMs(), out);
    Numbers.write(Measure.values().length, out);
    for (Measure measure : Measure.values()) {
      Numbers.write(sums.value(measure), out);
    }
    Numbers.write(sums.startups().counts().size(), out);
    for (Map.Entry<Integer, Long> startup : sums.startups().counts().entrySet()) {
      Numbers.write(startup.getKey(), out);
      Numbers.write(startup.getValue(), out);
    }
    Numbers.write(Dimension.values().length, out);
    for (Dimension dimension : Dimension.values()) {
      Map<String, Long> counts = sums.breakdown(dimension).counts();
      Numbers.write(counts.size(), out);
      for (Map.Entry<String, Long> label : counts.entrySet()) {
        out.writeUTF(label.getKey());
        Numbers.write(label.getValue(), out);
      }
    }
  }

  @Override
  protected MinuteSums read(int version, DataInputView in) throws IOException {
    MinuteSums sums = new MinuteSums();
    sums.contributions(Numbers.read(in));
    sums.longest(Numbers.read(in));
    int measures = Numbers.readCount(in);
    for (int i = 0; i < measures; i++) {
      sums.add(Measure.values()[i], Numbers.read(in));
    }
    int buckets = Numbers.readCount(in);
    for (int i = 0; i < buckets; i++) {
      sums.startups().add(Numbers.readCount(in), Numbers.read(in));
    }
    int dimensions = Numbers.readCount(in);
    for (int i = 0; i < dimensions; i++) {
      Breakdown breakdown = sums.breakdown(Dimension.values()[i]);
      int labels = Numbers.readCount(in);
      for (int j = 0; j < labels; j++) {
        breakdown.add(in.readUTF(), Numbers.read(in));
      }
    }
    return sums;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public MinuteSums copy(MinuteSums from) {
    MinuteSums copy = new MinuteSums();
    copy.add(from);
    return copy;
  }

  @Override
  public TypeSerializerSnapshot<MinuteSums> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MinuteSums> {
    public Snapshot() {
      super(MinuteSumsSerializer::new);
    }
  }
}
