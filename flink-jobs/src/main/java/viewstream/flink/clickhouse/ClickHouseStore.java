package viewstream.flink.clickhouse;

import viewstream.flink.redis.RedisProgress;
import viewstream.flink.sink.Destination;
import viewstream.flink.sink.Progress;
import viewstream.flink.sink.Store;
import viewstream.schema.redis.Sink;

/**
 * A ClickHouse table; progress is told in Redis.
 *
 * @param url of ClickHouse's HTTP interface
 * @param insert a statement of {@link Table#insert}
 * @param redisUrl for example {@code redis://127.0.0.1:6379}
 * @param sink under whose name progress is told
 */
public record ClickHouseStore(String url, String insert, String redisUrl, Sink sink)
    implements Store {
  @Override
  public Destination open() {
    return new ClickHouseDestination(url, insert);
  }

  @Override
  public Progress progress(int subtask, int parallelism) {
    return new RedisProgress(redisUrl, sink, subtask, parallelism);
  }
}
