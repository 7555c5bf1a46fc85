package viewstream.query.counter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How public counters are read.
 *
 * @param freshAge how old a counter may be and still be served as it is
 * @param storedAge the same for one that was counted by ClickHouse because Redis is away
 * @param staleAge how long a counter is kept for when it cannot be read again
 * @param unknownAge how long ClickHouse is not asked again for a video it has nothing of
 * @param maximumVideos how many counters are kept by this instance
 * @param maximumRestores how many counters are read from ClickHouse at the same time
 * @param restoreWait how long one more waits for a place
 * @param loadTimeout how long a request waits for another that is reading the same counter
 */
@ConfigurationProperties("viewstream.query.counter")
record CounterSettings(
    @DefaultValue("1s") Duration freshAge,
    @DefaultValue("5s") Duration storedAge,
    @DefaultValue("1h") Duration staleAge,
    @DefaultValue("5s") Duration unknownAge,
    @DefaultValue("100000") long maximumVideos,
    @DefaultValue("4") int maximumRestores,
    @DefaultValue("1s") Duration restoreWait,
    @DefaultValue("5s") Duration loadTimeout) {}
