package viewstream.flink.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, made when first needed and made again when it was lost. Nothing here
 * waits: while Redis is away, commands fail at once and whoever sent them decides.
 */
final class RedisLink implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final RedisClient client;
  private final RedisURI address;
  private @Nullable CompletableFuture<StatefulRedisConnection<String, String>> connection;

  RedisLink(String url) {
    address = RedisURI.create(url);
    address.setTimeout(TIMEOUT);
    client = RedisClient.create(address);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
            .build());
  }

  /** The connection, when it has been made; fails if Redis cannot be reached now. */
  synchronized CompletableFuture<StatefulRedisConnection<String, String>> connection() {
    if (connection == null || connection.isCompletedExceptionally()) {
      connection = client.connectAsync(StringCodec.UTF8, address).toCompletableFuture();
    }
    return connection;
  }

  @Override
  public void close() {
    client.shutdownAsync(0, 1, TimeUnit.SECONDS);
  }
}
