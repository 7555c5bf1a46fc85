package viewstream.flink.trending;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;
import viewstream.schema.redis.TrendingWindow;

/** Writes parts of lists on their way to where they are merged. */
final class PartSerializer extends VersionedSerializer<Part> {
  private static final long serialVersionUID = 1;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(Part part, DataOutputView out) throws IOException {
    out.writeUTF(part.scope().region());
    out.writeByte(part.scope().window().ordinal());
    Numbers.write(part.end(), out);
    Numbers.write(part.task(), out);
    Numbers.write(part.contributions(), out);
    Numbers.write(part.tallies().size(), out);
    for (Tally tally : part.tallies()) {
      out.writeUTF(tally.videoId());
      Numbers.write(tally.views(), out);
      Numbers.write(tally.previousViews(), out);
    }
  }

  @Override
  protected Part read(int version, DataInputView in) throws IOException {
    Scope scope = new Scope(in.readUTF(), TrendingWindow.values()[in.readByte()]);
    long end = Numbers.read(in);
    int task = Numbers.readCount(in);
    long contributions = Numbers.read(in);
    int size = Numbers.readCount(in);
    List<Tally> tallies = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      tallies.add(new Tally(in.readUTF(), Numbers.read(in), Numbers.read(in)));
    }
    return new Part(scope, end, task, contributions, tallies);
  }
}
