package viewstream.flink.trending;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import viewstream.flink.serial.Numbers;
import viewstream.flink.serial.VersionedSerializer;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;

/** Writes lists between tasks and, in the Redis sink's unwritten batches, in checkpoints. */
final class RegionListSerializer extends VersionedSerializer<RegionList> {
  private static final long serialVersionUID = 1;
  private static final int NO_RANK = 0;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected void write(RegionList published, DataOutputView out) throws IOException {
    TrendingList list = published.list();
    out.writeUTF(published.scope().region());
    out.writeByte(published.scope().window().ordinal());
    Numbers.write(list.windowStart().toEpochMilli(), out);
    Numbers.write(list.windowEnd().toEpochMilli(), out);
    Numbers.write(list.updatedAt().toEpochMilli(), out);
    Numbers.write(list.version(), out);
    Numbers.write(list.rows().size(), out);
    for (TrendingRow row : list.rows()) {
      out.writeUTF(row.videoId());
      Numbers.write(row.views(), out);
      Numbers.write(row.previousViews(), out);
      Numbers.write(row.previousRank() == null ? NO_RANK : row.previousRank(), out);
    }
  }

  @Override
  protected RegionList read(int version, DataInputView in) throws IOException {
    Scope scope = new Scope(in.readUTF(), TrendingWindow.values()[in.readByte()]);
    Instant start = Instant.ofEpochMilli(Numbers.read(in));
    Instant end = Instant.ofEpochMilli(Numbers.read(in));
    Instant updatedAt = Instant.ofEpochMilli(Numbers.read(in));
    long listVersion = Numbers.read(in);
    int size = Numbers.readCount(in);
    List<TrendingRow> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rows.add(row(in));
    }
    return new RegionList(scope, new TrendingList(start, end, updatedAt, listVersion, rows));
  }

  private static TrendingRow row(DataInputView in) throws IOException {
    String videoId = in.readUTF();
    long views = Numbers.read(in);
    long previousViews = Numbers.read(in);
    int previousRank = Numbers.readCount(in);
    return new TrendingRow(
        videoId, views, previousViews, previousRank == NO_RANK ? null : previousRank);
  }
}
