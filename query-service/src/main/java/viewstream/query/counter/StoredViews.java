package viewstream.query.counter;

import java.time.LocalDate;
import viewstream.query.http.UnavailableException;

/** Where views are counted durably. */
public interface StoredViews {
  /**
   * Counts a video's views, those up to {@code baseDay} together.
   *
   * @throws UnavailableException if the store does not answer
   */
  ViewTotals count(String videoId, LocalDate baseDay);
}
