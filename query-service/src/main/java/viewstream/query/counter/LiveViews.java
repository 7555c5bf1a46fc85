package viewstream.query.counter;

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
   * Completes a counter that is {@link LiveCount.Incomplete}. What the stream has written meanwhile
   * is newer and stays.
   *
   * @return all views
   * @throws UnavailableException if the store does not answer
   */
  long restore(String videoId, ViewTotals totals);
}
