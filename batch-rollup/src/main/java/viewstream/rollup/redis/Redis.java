package viewstream.rollup.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import viewstream.rollup.RefusedException;

/** A connection to Redis. */
public final class Redis implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  /**
   * @param url for example {@code redis://127.0.0.1:6379}
   * @throws RefusedException if it does not answer
   */
  public Redis(String url) {
    RedisURI uri = RedisURI.create(url);
    client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).build())
            .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
            .build());
    try {
      connection = client.connect();
    } catch (RedisException away) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
      throw new RefusedException(
          "Redis at %s:%d does not answer: start it, or name another with --redis-url"
              .formatted(uri.getHost(), uri.getPort()));
    }
  }

  /** Its commands may be used by several threads. */
  public StatefulRedisConnection<String, String> connection() {
    return connection;
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }
}
