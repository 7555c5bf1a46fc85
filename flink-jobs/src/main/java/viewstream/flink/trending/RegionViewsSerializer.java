package viewstream.flink.trending;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;

/** Writes views by region between tasks. */
final class RegionViewsSerializer extends VersionedSerializer<RegionViews> {
  private static final long serialVersionUID = 1;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(RegionViews sums, DataOutputView out) throws IOException {
    Numbers.write(sums.views().size(), out);
    for (Map.Entry<String, Long> region : sums.views().entrySet()) {
      out.writeUTF(region.getKey());
      Numbers.write(region.getValue(), out);
    }
  }

  @Override
  protected RegionViews read(int version, DataInputView in) throws IOException {
    int regions = Numbers.readCount(in);
    Map<String, Long> views = HashMap.newHashMap(regions);
    for (int i = 0; i < regions; i++) {
      views.put(in.readUTF(), Numbers.read(in));
    }
    return new RegionViews(views);
  }
}
