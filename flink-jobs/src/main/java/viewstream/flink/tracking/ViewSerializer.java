package viewstream.flink.tracking;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/** Keeps a view in state: times and sequence numbers as differences, for these are short. */
final class ViewSerializer extends VersionedSerializer<View> {
  private static final long serialVersionUID = 1;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(View view, DataOutputView out) throws IOException {
    writeWhole(view.events.ids, out);
    writeDifferences(view.events.times, out);
    writeDifferences(view.events.seqs, out);
    writeMoment(view.attempt, out);
    writeMoment(view.firstFrame, out);
    Numbers.write(view.creditedMs, out);
    Numbers.write(view.wholePlaybackMs, out);
    Numbers.write(view.longestDurationMs, out);
    out.writeBoolean(view.completed);
    out.writeLong(view.earliestFatal);
    out.writeLong(view.latestFatal);
  }

  @Override
  protected View read(int version, DataInputView in) throws IOException {
    View view = new View();
    view.events = new EventMemory(readWhole(in), readDifferences(in), readDifferences(in));
    view.attempt = readMoment(in);
    view.firstFrame = readMoment(in);
    view.creditedMs = Numbers.read(in);
    view.wholePlaybackMs = Numbers.read(in);
    view.longestDurationMs = Numbers.read(in);
    view.completed = in.readBoolean();
    view.earliestFatal = in.readLong();
    view.latestFatal = in.readLong();
    return view;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public View copy(View from) {
    return from.copy();
  }

  @Override
  public TypeSerializerSnapshot<View> snapshotConfiguration() {
    return new Snapshot();
  }

  private static void writeWhole(SortedLongs values, DataOutputView out) throws IOException {
    Numbers.write(values.size(), out);
    for (int i = 0; i < values.size(); i++) {
      out.writeLong(values.at(i));
    }
  }

  private static SortedLongs readWhole(DataInputView in) throws IOException {
    long[] values = new long[Numbers.readCount(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
    return SortedLongs.of(values);
  }

  private static void writeDifferences(SortedLongs values, DataOutputView out) throws IOException {
    Numbers.write(values.size(), out);
    long before = 0;
    for (int i = 0; i < values.size(); i++) {
      Numbers.write(values.at(i) - before, out);
      before = values.at(i);
    }
  }

  private static SortedLongs readDifferences(DataInputView in) throws IOException {
    long[] values = new long[Numbers.readCount(in)];
    long before = 0;
    for (int i = 0; i < values.length; i++) {
      before += Numbers.read(in);
      values[i] = before;
    }
    return SortedLongs.of(values);
  }

  private static void writeMoment(@Nullable Moment moment, DataOutputView out) throws IOException {
    out.writeBoolean(moment != null);
    if (moment != null) {
      out.writeUTF(moment.videoId());
      Numbers.write(moment.time(), out);
    }
  }

  private static @Nullable Moment readMoment(DataInputView in) throws IOException {
    return in.readBoolean() ? new Moment(in.readUTF(), Numbers.read(in)) : null;
  }

  /** Names the serializer in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<View> {
    public Snapshot() {
      super(ViewSerializer::new);
    }
  }
}
