package viewstream.flink.sink;

import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Keeps unwritten batches in checkpoints, as they are. */
final class BatchSerializer implements SimpleVersionedSerializer<byte[]> {
  @Override
  public int getVersion() {
    return 1;
  }

  @Override
  public byte[] serialize(byte[] entries) {
    return entries;
  }

  @Override
  public byte[] deserialize(int version, byte[] entries) {
    return entries;
  }
}
