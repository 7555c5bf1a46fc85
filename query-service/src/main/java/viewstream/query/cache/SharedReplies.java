package viewstream.query.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Replies that all instances share. Being away is no error: nothing is found, nothing is kept. */
public interface SharedReplies {
  /** The reply kept under a key, or null. */
  @Nullable Reply find(String key);

  /** Keeps a reply for a while; may return before it is kept. */
  void keep(String key, Reply reply, Duration timeToLive);
}
