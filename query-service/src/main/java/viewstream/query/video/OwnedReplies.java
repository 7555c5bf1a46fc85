package viewstream.query.video;

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
import viewstream.query.cache.Reply;
import viewstream.query.cache.ReplyCache;
import viewstream.query.cache.Served;
import viewstream.query.freshness.FreshnessSettings;
import viewstream.query.freshness.FreshnessView;
import viewstream.query.http.ProblemException;
import viewstream.query.security.Reader;

/**
 * Sends replies about a video to those who own its channel. The owner is read together with the
 * figures and cached with them, so that a request costs one query and never two.
 */
@Component
public class OwnedReplies {
  /** Request header: {@code plan} shows an operator how the answer was read. */
  public static final String DEBUG_HEADER = "X-Viewstream-Debug";

  private static final String PLAN = "plan";

  private final ReplyCache cache;
  private final Clock clock;
  private final Duration delayBound;
  private final JsonMapper json;

  OwnedReplies(ReplyCache cache, Clock clock, FreshnessSettings settings, JsonMapper json) {
    this.cache = cache;
    this.clock = clock;
    this.delayBound = settings.dashboard();
    this.json = json;
  }

  /**
   * The reply under a cache key, if the reader may see it.
   *
   * @param debug value of {@link #DEBUG_HEADER}; heeded for operators only
   * @throws ProblemException {@code not_found} if it is another's or nobody's
   */
  public ResponseEntity<byte[]> send(
      Reader reader,
      String videoId,
      String key,
      @Nullable String debug,
      Supplier<Computed> compute) {
    if (PLAN.equals(debug) && reader.operator()) {
      Computed computed = compute.get();
      return entity(reader, videoId, new Served(computed.reply(), false), computed.plan());
    }
    return entity(reader, videoId, cache.get(key, () -> compute.get().reply()), null);
  }

  private ResponseEntity<byte[]> entity(
      Reader reader, String videoId, Served served, @Nullable Plan plan) {
    Reply reply = served.reply();
    if (!reader.maySee(reply.channelId())) {
      throw ProblemException.videoNotFound(videoId);
    }
    boolean delayed = served.stale() || reply.freshness().delayed(clock.instant(), delayBound);
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("freshness", FreshnessView.of(reply.freshness(), delayed));
    if (plan != null) {
      end.put("debug", Map.of(PLAN, plan));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
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
