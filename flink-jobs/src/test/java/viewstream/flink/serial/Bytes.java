package viewstream.flink.serial;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Values as bytes and back. */
public final class Bytes {
  private Bytes() {}

  public static <T> byte[] of(T value, TypeSerializer<T> serializer) {
    DataOutputSerializer out = new DataOutputSerializer(64);
    try {
      serializer.serialize(value, out);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.getCopyOfBuffer();
  }

  public static <T> String hex(T value, TypeSerializer<T> serializer) {
    return HexFormat.of().formatHex(of(value, serializer));
  }

  /** Reads a value; there must be nothing after it. */
  public static <T> T read(byte[] bytes, TypeSerializer<T> serializer) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T value = serializer.deserialize(in);
    if (in.available() > 0) {
      throw new AssertionError(in.available() + " bytes too many");
    }
    return value;
  }

  public static <T> T read(String hex, TypeSerializer<T> serializer) throws IOException {
    return read(HexFormat.of().parseHex(hex), serializer);
  }
}
