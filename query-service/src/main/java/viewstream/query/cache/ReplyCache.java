package viewstream.query.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetrics;
import viewstream.query.observability.QueryMetrics.CacheResult;

/**
 * Local replies, then shared ones, then one flight per key to the store. A reply that is asked for
 * shortly before it gets too old is renewed in the background; one that cannot be renewed is served
 * stale.
 */
@Component
public class ReplyCache implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReplyCache.class);
  private static final int ENTRY_BYTES = 256;

  private final SharedReplies shared;
  private final CacheSettings settings;
  private final Clock clock;
  private final QueryMetrics metrics;
  private final Cache<String, Reply> local;
  private final Flights<Reply> flights;
  private final Semaphore refreshes;
  private final ExecutorService background =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("reply-refresh-", 0).factory());

  ReplyCache(SharedReplies shared, CacheSettings settings, Clock clock, QueryMetrics metrics) {
    this.shared = shared;
    this.settings = settings;
    this.clock = clock;
    this.metrics = metrics;
    this.local =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.staleAge())
            .maximumWeight(settings.maximumSize().toBytes())
            .weigher((String key, Reply reply) -> ENTRY_BYTES + reply.body().length)
            .build();
    this.flights = new Flights<>(settings.loadTimeout());
    this.refreshes = new Semaphore(settings.maximumRefreshes());
  }

  /**
   * The reply under a key, computed by {@code load} if there is none that is fresh.
   *
   * @throws UnavailableException if it cannot be computed and none was kept
   */
  public Served get(String key, Supplier<Reply> load) {
    Reply held = fresh(local.getIfPresent(key));
    if (held != null) {
      metrics.reply(CacheResult.LOCAL);
      if (isOlder(held, settings.refreshAge())) {
        refresh(key, load);
      }
      return new Served(held, false);
    }
    AtomicReference<CacheResult> result = new AtomicReference<>(CacheResult.JOINED);
    try {
      Reply reply = flights.join(key, () -> findOrLoad(key, load, result));
      metrics.reply(result.get());
      return new Served(reply, false);
    } catch (UnavailableException away) {
      return stale(key, away);
    } catch (RuntimeException failed) {
      metrics.reply(CacheResult.FAILED);
      throw failed;
    }
  }

  private Reply findOrLoad(String key, Supplier<Reply> load, AtomicReference<CacheResult> result) {
    Reply landed = fresh(local.getIfPresent(key));
    if (landed != null) {
      result.set(CacheResult.LOCAL);
      return landed;
    }
    Reply found = fresh(shared.find(key));
    if (found != null) {
      result.set(CacheResult.SHARED);
      local.put(key, found);
      return found;
    }
    result.set(CacheResult.LOADED);
    return load(key, load);
  }

  private Reply load(String key, Supplier<Reply> load) {
    Reply loaded = load.get();
    local.put(key, loaded);
    if (loaded.channelId() != null) {
      shared.keep(key, loaded, settings.sharedAge());
    }
    return loaded;
  }

  private void refresh(String key, Supplier<Reply> load) {
    if (flights.isFlying(key) || !refreshes.tryAcquire()) {
      return;
    }
    background.execute(
        () -> {
          try {
            flights.join(key, () -> load(key, load));
          } catch (RuntimeException failed) {
            log.debug("Could not renew a reply ahead of time", failed);
          } finally {
            refreshes.release();
          }
        });
  }

  private Served stale(String key, UnavailableException away) {
    Reply kept = local.getIfPresent(key);
    if (kept == null) {
      kept = shared.find(key);
    }
    if (kept == null) {
      metrics.reply(CacheResult.FAILED);
      throw away;
    }
    metrics.reply(CacheResult.STALE);
    return new Served(kept, true);
  }

  private @Nullable Reply fresh(@Nullable Reply reply) {
    return reply == null || isOlder(reply, settings.freshAge()) ? null : reply;
  }

  private boolean isOlder(Reply reply, Duration age) {
    return reply.age(clock.instant()).compareTo(age) > 0;
  }

  @Override
  public void close() {
    background.close();
  }
}
