package viewstream.flink;

import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import viewstream.flink.archive.EngagementTable;
import viewstream.flink.archive.EventTable;
import viewstream.flink.catalog.CatalogTables;
import viewstream.flink.clickhouse.ClickHouseStore;
import viewstream.flink.clickhouse.Table;
import viewstream.flink.minute.MinuteTable;
import viewstream.flink.redis.RedisStore;
import viewstream.flink.redis.ScriptCall;
import viewstream.flink.redis.VersionedWrite;
import viewstream.flink.sink.Limits;
import viewstream.flink.sink.OutboxSink;
import viewstream.flink.trending.SnapshotTable;
import viewstream.flink.trending.TrendingEntries;

/**
 * The stores as they are.
 *
 * @param clickHouseUrl of ClickHouse's HTTP interface
 * @param redisUrl of Redis
 */
record StoreSinks(String clickHouseUrl, String redisUrl) implements Sinks {
  private static final int MIB = 1 << 20;
  private static final Duration BATCH_AGE = Duration.ofSeconds(1);
  private static final Limits INSERTS = new Limits(4 * MIB, BATCH_AGE, 2, 16 * MIB);
  private static final Limits COMMANDS = new Limits(MIB / 4, BATCH_AGE.dividedBy(4), 2, 4 * MIB);

  @Override
  public Sink<byte[]> to(viewstream.schema.redis.Sink store) {
    return switch (store) {
      case EVENTS -> table(store, EventTable.ROWS);
      case ENGAGEMENTS -> table(store, EngagementTable.ROWS);
      case VIDEO_MINUTE -> table(store, MinuteTable.ROWS);
      case VIDEOS -> table(store, CatalogTables.VIDEOS);
      case CHANNELS -> table(store, CatalogTables.CHANNELS);
      case TRENDING_SNAPSHOTS -> table(store, SnapshotTable.ROWS);
      case VIEWS -> redis(store, VersionedWrite::all);
      case TRENDING -> redis(store, TrendingEntries::all);
    };
  }

  private Sink<byte[]> redis(viewstream.schema.redis.Sink store, ScriptCall.Reader reader) {
    return new OutboxSink("Redis " + store.id(), new RedisStore(redisUrl, store, reader), COMMANDS);
  }

  private Sink<byte[]> table(viewstream.schema.redis.Sink store, Table<?> table) {
    return new OutboxSink(
        "ClickHouse " + table.name(),
        new ClickHouseStore(clickHouseUrl, table.insert(), redisUrl, store),
        INSERTS);
  }
}
