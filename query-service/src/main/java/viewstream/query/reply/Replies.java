package viewstream.query.reply;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import viewstream.query.cache.CacheSettings;
import viewstream.query.cache.Reply;
import viewstream.query.cache.ReplyCache;
import viewstream.query.cache.Served;
import viewstream.query.freshness.FreshnessSettings;
import viewstream.query.freshness.FreshnessView;
import viewstream.query.http.ProblemException;
import viewstream.query.security.Reader;

/**
 * Sends cached replies: those about a channel to its owners, public ones to everybody. The owner is
 * read together with the figures and cached with them, so that a request costs one query and never
 * two.
 */
@Component
public class Replies {
  /** Request header: {@code plan} shows an operator how the answer was read. */
  public static final String DEBUG_HEADER = "X-Viewstream-Debug";

  private static final String PLAN = "plan";

  private final ReplyCache cache;
  private final Clock clock;
  private final Duration delayBound;
  private final CacheControl openCaching;
  private final JsonMapper json;

  Replies(
      ReplyCache cache,
      Clock clock,
      FreshnessSettings freshness,
      CacheSettings caching,
      JsonMapper json) {
    this.cache = cache;
    this.clock = clock;
    this.delayBound = freshness.dashboard();
    this.openCaching = CacheControl.maxAge(caching.freshAge()).cachePublic();
    this.json = json;
  }

  /**
   * The reply under a cache key, if the reader may see its channel.
   *
   * @param debug value of {@link #DEBUG_HEADER}; heeded for operators only
   * @param notFound what to answer if it is another's or nobody's
   * @throws ProblemException {@code notFound}
   */
  public ResponseEntity<byte[]> owned(
      Reader reader,
      ProblemException notFound,
      String key,
      @Nullable String debug,
      Supplier<Computed> compute) {
    Plan plan = null;
    Served served;
    if (PLAN.equals(debug) && reader.operator()) {
      Computed computed = compute.get();
      served = new Served(computed.reply(), false);
      plan = computed.plan();
    } else {
      served = cache.get(key, () -> compute.get().reply());
    }
    if (!reader.maySee(served.reply().channelId())) {
      throw notFound;
    }
    return entity(served, CacheControl.noStore(), plan);
  }

  /** The reply under a cache key, for everybody. */
  public ResponseEntity<byte[]> open(String key, Supplier<Reply> compute) {
    return entity(cache.get(key, compute), openCaching, null);
  }

  private ResponseEntity<byte[]> entity(Served served, CacheControl caching, @Nullable Plan plan) {
    Reply reply = served.reply();
    boolean delayed = served.stale() || reply.freshness().delayed(clock.instant(), delayBound);
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("freshness", FreshnessView.of(reply.freshness(), delayed));
    if (plan != null) {
      end.put("debug", Map.of(PLAN, plan));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(caching)
        .header(HttpHeaders.AGE, Long.toString(reply.age(clock.instant()).toSeconds()))
        .body(joined(reply.body(), json.writeValueAsBytes(end)));
  }

  /** The members of two JSON objects in one. */
  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length - 1];
    System.arraycopy(first, 0, both, 0, first.length);
    both[first.length - 1] = ',';
    System.arraycopy(second, 1, both, first.length, second.length - 1);
    return both;
  }
}
