package viewstream.flink.trending;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;
import viewstream.schema.redis.TrendingWindow;

/** Writes rings in state: per window the number of steps, then each as its distance and views. */
final class RingsSerializer extends VersionedSerializer<Rings> {
  private static final long serialVersionUID = 1;
  private static final Ring NONE = new Ring();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(Rings rings, DataOutputView out) throws IOException {
    for (TrendingWindow window : TrendingWindow.values()) {
      Ring ring = rings.byWindow().getOrDefault(window, NONE);
      Numbers.write(ring.size(), out);
      long before = 0;
      for (int i = 0; i < ring.size(); i++) {
        Numbers.write(ring.step(i) - before, out);
        Numbers.write(ring.views(i), out);
        before = ring.step(i);
      }
    }
  }

  @Override
  protected Rings read(int version, DataInputView in) throws IOException {
    Map<TrendingWindow, Ring> byWindow = new EnumMap<>(TrendingWindow.class);
    for (TrendingWindow window : TrendingWindow.values()) {
      int size = Numbers.readCount(in);
      Ring ring = new Ring();
      long step = 0;
      for (int i = 0; i < size; i++) {
        step += Numbers.read(in);
        ring.add(step, Numbers.read(in));
      }
      if (size > 0) {
        byWindow.put(window, ring);
      }
    }
    return new Rings(byWindow);
  }

  @Override
  public TypeSerializerSnapshot<Rings> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Rings> {
    public Snapshot() {
      super(RingsSerializer::new);
    }
  }
}
