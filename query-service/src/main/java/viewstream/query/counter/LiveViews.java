package viewstream.query.counter;

import java.time.Instant;
import viewstream.query.http.UnavailableException;

/** Where the stream counts views as they happen. */
public interface LiveViews {
  /**
   * Reads a video's counter.
   *
   * @throws UnavailableException if the store does not answer
   */
  LiveCount read(String videoId);

  /**
   * Notes that a counter is not complete, unless somebody has noted it before.
   *
   * @param now when it is noticed
   * @return when it was noticed first: all that the counter lacks was counted before
   * @throws UnavailableException if the store does not answer
   */
  Instant missed(String videoId, Instant now);

  /**
   * Completes a counter that is {@link LiveCount.Incomplete}. What the stream has written meanwhile
   * is newer and stays.
   *
   * @return all views
   * @throws UnavailableException if the store does not answer
   */
  long restore(String videoId, ViewTotals totals);
}
