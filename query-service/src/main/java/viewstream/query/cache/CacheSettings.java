package viewstream.query.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How replies are cached.
 *
 * @param freshAge how old a reply may be and still be served as it is
 * @param refreshAge from what age on a reply that is asked for is renewed in the background
 * @param sharedAge how long a reply is kept in Redis, for other instances and after a restart
 * @param staleAge how long a reply is kept by this instance for when it cannot be renewed
 * @param maximumSize how much memory the replies kept by this instance may take
 * @param maximumRefreshes how many replies are renewed in the background at the same time
 * @param loadTimeout how long a request waits for another that is loading the same reply
 */
@ConfigurationProperties("viewstream.query.cache")
public record CacheSettings(
    @DefaultValue("5s") Duration freshAge,
    @DefaultValue("3s") Duration refreshAge,
    @DefaultValue("300s") Duration sharedAge,
    @DefaultValue("1h") Duration staleAge,
    @DefaultValue("64MB") DataSize maximumSize,
    @DefaultValue("4") int maximumRefreshes,
    @DefaultValue("10s") Duration loadTimeout) {
  public CacheSettings {
    if (refreshAge.compareTo(freshAge) > 0 || freshAge.compareTo(staleAge) > 0) {
      throw new IllegalArgumentException(
          "viewstream.query.cache: refresh-age %s must not exceed fresh-age %s, nor that stale-age %s"
              .formatted(refreshAge, freshAge, staleAge));
    }
  }
}
