package viewstream.query.trending;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.query.http.UnavailableException;
import viewstream.schema.redis.TrendingWindow;

/** Where lists are kept as they were shown, and videos have names. */
public interface TrendingArchive {
  /**
   * The list shown last, with its videos' names; null where none was shown lately.
   *
   * @param since lists that ended before are too old to show
   * @throws UnavailableException if the store does not answer
   */
  @Nullable NamedList latest(String region, TrendingWindow window, Instant since);

  /**
   * What the catalogue calls these videos; those it does not know are absent.
   *
   * @throws UnavailableException if the store does not answer
   */
  Map<String, VideoName> names(Collection<String> videoIds);
}
