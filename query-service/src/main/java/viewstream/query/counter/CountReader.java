package viewstream.query.counter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.freshness.Freshness;
import viewstream.query.freshness.Progress;
import viewstream.query.freshness.Source;
import viewstream.query.http.ProblemException;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetrics.CounterResult;
import viewstream.schema.redis.Sink;

/**
 * Reads a counter from the live store, restoring it from ClickHouse where it was lost; and from
 * ClickHouse alone while the live store is away, or ClickHouse may not yet have all that was lost:
 * a counter that was restored too early would stay too low until the video's next view.
 */
@Component
class CountReader {
  /** Days before yesterday no longer change in the live figures. */
  private static final int SETTLED_DAYS = 2;

  /** How far apart the clocks of this machine and the brokers may be. */
  private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

  private static final Set<Sink> LIVE = EnumSet.of(Sink.VIEWS);
  private static final Set<Sink> STORED = EnumSet.of(Sink.VIDEO_MINUTE);
  private static final Set<Sink> BOTH = EnumSet.of(Sink.VIEWS, Sink.VIDEO_MINUTE);

  private final LiveViews live;
  private final BoundedViews stored;
  private final Progress progress;
  private final Clock clock;
  private final CounterSettings settings;

  /** Of ids that nothing was found of: made-up ones cost one look-up each, and no key in Redis. */
  private final Cache<String, ViewCount> unknown;

  CountReader(
      LiveViews live,
      StoredViews stored,
      Progress progress,
      Clock clock,
      CounterSettings settings) {
    this.live = live;
    this.stored = new BoundedViews(stored, settings);
    this.progress = progress;
    this.clock = clock;
    this.settings = settings;
    this.unknown =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.unknownAge())
            .maximumSize(settings.maximumVideos())
            .build();
  }

  /**
   * The counter of a video, 0 if nobody knows it.
   *
   * @throws UnavailableException if it cannot be read
   * @throws ProblemException {@code overloaded} if too many are read from ClickHouse at once
   */
  ViewCount read(String videoId) {
    Instant liveThrough = progress.through(LIVE);
    LiveCount count;
    try {
      count = live.read(videoId);
    } catch (UnavailableException away) {
      Instant storedThrough = progress.through(STORED);
      return stored(count(videoId), storedThrough);
    }
    return switch (count) {
      case LiveCount.Complete complete -> live(complete.views(), liveThrough, CounterResult.REDIS);
      case LiveCount.Incomplete incomplete -> restored(videoId);
      case LiveCount.Absent absent -> {
        ViewCount nothing = unknown.getIfPresent(videoId);
        yield nothing == null ? found(videoId) : nothing;
      }
    };
  }

  private ViewCount found(String videoId) {
    Instant through = progress.through(BOTH);
    ViewTotals totals = count(videoId);
    if (totals.total() == 0) {
      ViewCount nothing = live(0, through, CounterResult.UNKNOWN);
      unknown.put(videoId, nothing);
      return nothing;
    }
    return restored(videoId, totals, through);
  }

  private ViewCount restored(String videoId) {
    Instant through = progress.through(BOTH);
    return restored(videoId, count(videoId), through);
  }

  private ViewCount restored(String videoId, ViewTotals totals, @Nullable Instant through) {
    try {
      Instant missed = live.missed(videoId, clock.instant());
      if (through == null || !through.isAfter(missed.plus(CLOCKS_APART))) {
        return stored(totals, through);
      }
      return live(live.restore(videoId, totals), through, CounterResult.RESTORED);
    } catch (UnavailableException away) {
      return stored(totals, through);
    }
  }

  private ViewTotals count(String videoId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return stored.count(videoId, today.minusDays(SETTLED_DAYS));
  }

  private ViewCount live(long views, @Nullable Instant through, CounterResult result) {
    return new ViewCount(views, result, freshness(through), settings.freshAge());
  }

  private ViewCount stored(ViewTotals totals, @Nullable Instant through) {
    return new ViewCount(
        totals.total(), CounterResult.CLICKHOUSE, freshness(through), settings.storedAge());
  }

  private Freshness freshness(@Nullable Instant through) {
    return new Freshness(through, clock.instant(), Source.REALTIME, true);
  }
}
