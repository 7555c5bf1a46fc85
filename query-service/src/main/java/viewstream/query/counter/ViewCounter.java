package viewstream.query.counter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.cache.Flights;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetrics;
import viewstream.query.observability.QueryMetrics.CounterResult;

/** Public counters: kept for a second, read by one caller at a time, stale rather than absent. */
@Component
class ViewCounter {
  private final CountReader reader;
  private final QueryMetrics metrics;
  private final Clock clock;
  private final Flights<ViewCount> flights;
  private final Cache<String, ViewCount> local;

  ViewCounter(CountReader reader, QueryMetrics metrics, Clock clock, CounterSettings settings) {
    this.reader = reader;
    this.metrics = metrics;
    this.clock = clock;
    this.flights = new Flights<>(settings.loadTimeout());
    this.local =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.staleAge())
            .maximumSize(settings.maximumVideos())
            .build();
  }

  /**
   * The counter of a video, 0 if nobody knows it.
   *
   * @throws UnavailableException if it cannot be read and was not read before
   */
  Shown read(String videoId) {
    ViewCount held = fresh(videoId);
    if (held != null) {
      metrics.counterRead(CounterResult.LOCAL);
      return new Shown(held, false);
    }
    AtomicReference<CounterResult> result = new AtomicReference<>(CounterResult.JOINED);
    try {
      ViewCount count = flights.join(videoId, () -> load(videoId, result));
      metrics.counterRead(result.get());
      return new Shown(count, false);
    } catch (UnavailableException away) {
      return stale(videoId, away);
    } catch (RuntimeException failed) {
      metrics.counterRead(CounterResult.FAILED);
      throw failed;
    }
  }

  private ViewCount load(String videoId, AtomicReference<CounterResult> result) {
    ViewCount landed = fresh(videoId);
    if (landed != null) {
      result.set(CounterResult.LOCAL);
      return landed;
    }
    ViewCount count = reader.read(videoId);
    result.set(count.result());
    local.put(videoId, count);
    return count;
  }

  private Shown stale(String videoId, UnavailableException away) {
    ViewCount last = local.getIfPresent(videoId);
    metrics.counterRead(last == null ? CounterResult.FAILED : CounterResult.STALE);
    if (last == null) {
      throw away;
    }
    return new Shown(last, true);
  }

  private @Nullable ViewCount fresh(String videoId) {
    ViewCount held = local.getIfPresent(videoId);
    return held == null || held.isOlderThanAllowed(clock.instant()) ? null : held;
  }

  /**
   * A counter to show.
   *
   * @param stale whether it is only shown because a newer one could not be had
   */
  record Shown(ViewCount count, boolean stale) {}
}
