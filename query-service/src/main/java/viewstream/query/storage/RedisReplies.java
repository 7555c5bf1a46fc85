package viewstream.query.storage;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import viewstream.query.cache.Reply;
import viewstream.query.cache.SharedReplies;
import viewstream.query.freshness.Freshness;
import viewstream.query.http.UnavailableException;

/** Replies shared through Redis: a line of JSON that describes the reply, then its body. */
@Component
final class RedisReplies implements SharedReplies {
  private static final Logger log = LoggerFactory.getLogger(RedisReplies.class);
  private static final byte END_OF_HEAD = '\n';

  private final Redis redis;
  private final JsonMapper json;

  RedisReplies(Redis redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  @Override
  public @Nullable Reply find(String key) {
    try {
      byte[] stored = redis.call(commands -> commands.get(key));
      return stored == null ? null : decoded(stored);
    } catch (UnavailableException away) {
      log.debug("No shared reply: {}", away.getMessage());
      return null;
    }
  }

  @Override
  public void keep(String key, Reply reply, Duration timeToLive) {
    byte[] stored = encoded(reply);
    try {
      redis.send(commands -> commands.psetex(key, timeToLive.toMillis(), stored));
    } catch (UnavailableException away) {
      log.debug("Reply not shared: {}", away.getMessage());
    }
  }

  private byte[] encoded(Reply reply) {
    byte[] head = json.writeValueAsBytes(new Head(reply.channelId(), reply.freshness()));
    byte[] stored = Arrays.copyOf(head, head.length + 1 + reply.body().length);
    stored[head.length] = END_OF_HEAD;
    System.arraycopy(reply.body(), 0, stored, head.length + 1, reply.body().length);
    return stored;
  }

  /** What another version of this service wrote may not be readable; then it is not there. */
  private @Nullable Reply decoded(byte[] stored) {
    int end = 0;
    while (end < stored.length && stored[end] != END_OF_HEAD) {
      end++;
    }
    try {
      Head head = json.readValue(stored, 0, end, Head.class);
      byte[] body = Arrays.copyOfRange(stored, Math.min(end + 1, stored.length), stored.length);
      return new Reply(head.channelId(), head.freshness(), body);
    } catch (JacksonException unreadable) {
      log.debug("Shared reply is not readable: {}", unreadable.getMessage());
      return null;
    }
  }

  record Head(@Nullable String channelId, Freshness freshness) {}
}
