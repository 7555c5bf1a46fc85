package viewstream.flink.trending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import viewstream.flink.redis.ScriptCall;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.TrendingList;

/** Lists as entries of the Redis sink; they may follow each other without anything between. */
public final class TrendingEntries {
  private static final RegionListSerializer SERIALIZER = new RegionListSerializer();
  private static final int EXPECTED_BYTES = 4_096;

  private TrendingEntries() {}

  static byte[] entry(RegionList list) {
    DataOutputSerializer out = new DataOutputSerializer(EXPECTED_BYTES);
    try {
      SERIALIZER.serialize(list, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.getCopyOfBuffer();
  }

  /** Reads entries back, as swaps of lists. */
  public static List<ScriptCall> all(byte[] entries) {
    DataInputDeserializer in = new DataInputDeserializer(entries);
    List<ScriptCall> swaps = new ArrayList<>();
    try {
      while (in.available() > 0) {
        swaps.add(swap(SERIALIZER.deserialize(in)));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return swaps;
  }

  private static ScriptCall swap(RegionList published) {
    Scope scope = published.scope();
    return new ScriptCall(
        TrendingList.SWAP_SCRIPT,
        List.of(
            RedisKeys.trending(scope.region(), scope.window()),
            RedisKeys.trendingMeta(scope.region(), scope.window())),
        published.list().swapArguments());
  }
}
