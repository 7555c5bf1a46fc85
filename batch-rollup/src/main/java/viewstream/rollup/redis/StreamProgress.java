package viewstream.rollup.redis;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;

/** How far the stream has stored facts, in log time. */
public final class StreamProgress {
  private StreamProgress() {}

  /** Everything logged before this is stored; empty when no stream has told. */
  public static Optional<Instant> through(Redis redis) {
    return Stream.of(Sink.EVENTS, Sink.ENGAGEMENTS)
        .flatMap(
            sink -> redis.connection().sync().hgetall(RedisKeys.progress(sink)).values().stream())
        .map(Long::parseLong)
        .min(Long::compare)
        .map(Instant::ofEpochMilli);
  }
}
