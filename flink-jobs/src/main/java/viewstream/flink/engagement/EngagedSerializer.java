package viewstream.flink.engagement;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.VersionedSerializer;
import viewstream.flink.source.LoggedSerializer;
import viewstream.schema.event.EngagementEvent;

/** Writes engagements where they pass between tasks. */
final class EngagedSerializer extends VersionedSerializer<Engaged> {
  private static final long serialVersionUID = 1;

  private final LoggedSerializer<EngagementEvent> reports =
      new LoggedSerializer<>(EngagementEvent.class);

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(Engaged engaged, DataOutputView out) throws IOException {
    reports.serialize(engaged.report(), out);
    out.writeBoolean(engaged.live());
  }

  @Override
  protected Engaged read(int version, DataInputView in) throws IOException {
    return new Engaged(reports.deserialize(in), in.readBoolean());
  }

  /** Buffers are not shared between threads. */
  @Override
  public TypeSerializer<Engaged> duplicate() {
    return new EngagedSerializer();
  }
}
