package viewstream.query.trending;

import org.jspecify.annotations.Nullable;
import viewstream.query.http.UnavailableException;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingWindow;

/** Where the stream keeps its newest lists. */
public interface LiveTrending {
  /**
   * The newest list, whole and of one moment; null where the store has none.
   *
   * @throws UnavailableException if the store does not answer
   */
  @Nullable TrendingList read(String region, TrendingWindow window);
}
