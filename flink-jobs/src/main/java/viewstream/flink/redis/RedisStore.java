package viewstream.flink.redis;

import viewstream.flink.sink.Destination;
import viewstream.flink.sink.Progress;
import viewstream.flink.sink.Store;
import viewstream.schema.redis.Sink;

/**
 * Values in Redis, written by scripts, and their progress beside them.
 *
 * @param url for example {@code redis://127.0.0.1:6379}
 * @param sink under whose name progress is told
 * @param reader of the sink's entries
 */
public record RedisStore(String url, Sink sink, ScriptCall.Reader reader) implements Store {
  @Override
  public Destination open() {
    return new RedisDestination(url, reader);
  }

  @Override
  public Progress progress(int subtask, int parallelism) {
    return new RedisProgress(url, sink, subtask, parallelism);
  }
}
