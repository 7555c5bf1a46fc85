package viewstream.flink.tracking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;
import viewstream.flink.source.Logged;
import viewstream.flink.source.LoggedSerializer;
import viewstream.schema.event.PlaybackEvent;

/** Writes tracked events where they pass between tasks. */
final class TrackedSerializer extends VersionedSerializer<Tracked> {
  private static final long serialVersionUID = 1;

  private final LoggedSerializer<PlaybackEvent> reports =
      new LoggedSerializer<>(PlaybackEvent.class);

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(Tracked tracked, DataOutputView out) throws IOException {
    reports.serialize(tracked.report(), out);
    out.writeBoolean(tracked.live());
    Numbers.write(tracked.creditedMs(), out);
    out.writeBoolean(tracked.attempt());
    out.writeBoolean(tracked.view());
    Numbers.write(tracked.corrections().size(), out);
    for (Correction correction : tracked.corrections()) {
      out.writeUTF(correction.videoId());
      Numbers.write(correction.time(), out);
      out.writeByte(correction.engagedViews());
      out.writeByte(correction.completions());
      out.writeByte(correction.playbackFailures());
      out.writeByte(correction.startFailures());
    }
  }

  @Override
  protected Tracked read(int version, DataInputView in) throws IOException {
    Logged<PlaybackEvent> report = reports.deserialize(in);
    boolean live = in.readBoolean();
    long creditedMs = Numbers.read(in);
    boolean attempt = in.readBoolean();
    boolean view = in.readBoolean();
    int count = Numbers.readCount(in);
    List<Correction> corrections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      corrections.add(
          new Correction(
              in.readUTF(),
              Numbers.read(in),
              in.readByte(),
              in.readByte(),
              in.readByte(),
              in.readByte()));
    }
    return new Tracked(report, live, creditedMs, attempt, view, corrections);
  }

  /** Buffers are not shared between threads. */
  @Override
  public TypeSerializer<Tracked> duplicate() {
    return new TrackedSerializer();
  }
}
