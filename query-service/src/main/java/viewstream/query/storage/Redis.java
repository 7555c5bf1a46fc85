package viewstream.query.storage;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.http.UnavailableException;

/**
 * One connection that all threads share, made when it is first needed and made again whenever it
 * breaks. While it is broken, commands fail at once instead of queueing up.
 */
@Component
final class Redis implements AutoCloseable {
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final ClientResources resources;
  private final RedisClient client;
  private final Clock clock;
  private final Duration reconnectDelay;
  private final ReentrantLock connecting = new ReentrantLock();

  /** Both are written only under {@link #connecting}; the connection is set once and kept. */
  private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

  private volatile Instant nextAttempt = Instant.MIN;

  Redis(RedisSettings settings, Clock clock) {
    this.clock = clock;
    this.reconnectDelay = settings.reconnectDelay();
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(Delay.constant(reconnectDelay))
            .build();
    RedisURI uri = RedisURI.create(settings.url());
    // Bounds the handshake: a server that accepts and says nothing would hold it for a minute.
    uri.setTimeout(settings.connectTimeout());
    this.client = RedisClient.create(resources, uri);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(
                SocketOptions.builder().connectTimeout(settings.connectTimeout()).build())
            .timeoutOptions(TimeoutOptions.enabled(settings.commandTimeout()))
            .build());
  }

  /**
   * Runs commands and waits for their results.
   *
   * @throws UnavailableException if Redis does not answer
   */
  <T> T call(Function<RedisCommands<String, byte[]>, T> commands) {
    try {
      return commands.apply(connection().sync());
    } catch (RedisException away) {
      throw unavailable(away);
    }
  }

  /**
   * Sends commands whose results may be awaited later, or never.
   *
   * @throws UnavailableException if Redis is known to be away
   */
  <T> T send(Function<RedisAsyncCommands<String, byte[]>, T> commands) {
    try {
      return commands.apply(connection().async());
    } catch (RedisException away) {
      throw unavailable(away);
    }
  }

  private StatefulRedisConnection<String, byte[]> connection() {
    StatefulRedisConnection<String, byte[]> made = connection;
    return made != null ? made : connect();
  }

  private StatefulRedisConnection<String, byte[]> connect() {
    connecting.lock();
    try {
      StatefulRedisConnection<String, byte[]> made = connection;
      if (made != null) {
        return made;
      }
      if (clock.instant().isBefore(nextAttempt)) {
        throw new RedisConnectionException("not connected, and tried a moment ago");
      }
      return attempt();
    } finally {
      connecting.unlock();
    }
  }

  private StatefulRedisConnection<String, byte[]> attempt() {
    try {
      StatefulRedisConnection<String, byte[]> made = client.connect(CODEC);
      connection = made;
      return made;
    } catch (RedisException away) {
      // Those who waited meanwhile fail at once, instead of trying one after the other.
      nextAttempt = clock.instant().plus(reconnectDelay);
      throw away;
    }
  }

  private static UnavailableException unavailable(RedisException away) {
    return new UnavailableException("Redis: " + away.getMessage(), away);
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    resources.shutdown(0, 2, TimeUnit.SECONDS);
  }
}
