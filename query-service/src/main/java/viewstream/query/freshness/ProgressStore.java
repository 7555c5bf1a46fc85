package viewstream.query.freshness;

import java.time.Instant;
import java.util.Map;
import viewstream.query.http.UnavailableException;
import viewstream.schema.redis.Sink;

/** Where the stream's sinks report how far they have written. */
public interface ProgressStore {
  /**
   * The log time up to which each sink has flushed; sinks that have reported nothing are absent.
   *
   * @throws UnavailableException if the store does not answer
   */
  Map<Sink, Instant> read();
}
