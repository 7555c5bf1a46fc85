package viewstream.query.trending;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the names of trending videos are kept.
 *
 * @param nameAge how long a name is taken as read before the catalogue is asked again
 * @param nameStaleAge how long it is kept for when the catalogue cannot be asked
 * @param maximumNames how many are kept by this instance
 */
@ConfigurationProperties("viewstream.query.trending")
record TrendingSettings(
    @DefaultValue("60s") Duration nameAge,
    @DefaultValue("1h") Duration nameStaleAge,
    @DefaultValue("20000") long maximumNames) {}
