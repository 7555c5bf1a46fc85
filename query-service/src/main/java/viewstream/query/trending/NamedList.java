package viewstream.query.trending;

import java.util.Map;
import viewstream.schema.redis.TrendingList;

/**
 * A list, and what its videos are called.
 *
 * @param names of the videos that have one
 */
public record NamedList(TrendingList list, Map<String, VideoName> names) {
  public NamedList {
    names = Map.copyOf(names);
  }
}
