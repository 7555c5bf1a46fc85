package viewstream.query.counter;

import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import viewstream.query.http.ErrorCode;
import viewstream.query.http.ProblemException;
import viewstream.query.http.UnavailableException;

/** Keeps the public from taking all of ClickHouse: only so many counters are counted at once. */
final class BoundedViews implements StoredViews {
  private final StoredViews views;
  private final CounterSettings settings;
  private final Semaphore places;

  BoundedViews(StoredViews views, CounterSettings settings) {
    this.views = views;
    this.settings = settings;
    this.places = new Semaphore(settings.maximumRestores());
  }

  @Override
  public ViewTotals count(String videoId, LocalDate baseDay) {
    if (!entered()) {
      throw new ProblemException(
          ErrorCode.OVERLOADED, "too many counters are being restored; try again in a second");
    }
    try {
      return views.count(videoId, baseDay);
    } finally {
      places.release();
    }
  }

  private boolean entered() {
    try {
      return places.tryAcquire(settings.restoreWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while waiting", stopped);
    }
  }
}
