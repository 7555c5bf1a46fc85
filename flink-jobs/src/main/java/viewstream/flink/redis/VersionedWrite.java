package viewstream.flink.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import viewstream.schema.redis.VersionedCount;

/**
 * A value for a field of a Redis hash, unless the field holds a higher version.
 *
 * @param key of the hash
 * @param field of the hash
 * @param value with its version
 */
public record VersionedWrite(String key, String field, VersionedCount value) {

  /** As an entry for the sink; entries may follow each other without anything between. */
  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(key);
      out.writeUTF(field);
      out.writeLong(value.version());
      out.writeLong(value.count());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Reads entries back. */
  public static List<ScriptCall> all(byte[] entries) {
    List<ScriptCall> calls = new ArrayList<>();
    try (var in = new DataInputStream(new ByteArrayInputStream(entries))) {
      while (in.available() > 0) {
        calls.add(
            new VersionedWrite(
                    in.readUTF(), in.readUTF(), new VersionedCount(in.readLong(), in.readLong()))
                .call());
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return calls;
  }

  private ScriptCall call() {
    return new ScriptCall(
        VersionedCount.WRITE_SCRIPT,
        List.of(key),
        List.of(field, Long.toString(value.version()), Long.toString(value.count())));
  }
}
