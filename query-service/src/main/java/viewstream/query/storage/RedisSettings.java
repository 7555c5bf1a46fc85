package viewstream.query.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Redis is reached.
 *
 * @param url address, with user and password where needed
 * @param commandTimeout how long to wait for the answer to a command
 * @param connectTimeout how long to wait for a connection
 * @param reconnectDelay how long to wait between two attempts to connect
 */
@ConfigurationProperties("viewstream.redis")
record RedisSettings(
    @DefaultValue("redis://127.0.0.1:6379") String url,
    @DefaultValue("250ms") Duration commandTimeout,
    @DefaultValue("500ms") Duration connectTimeout,
    @DefaultValue("500ms") Duration reconnectDelay) {}
