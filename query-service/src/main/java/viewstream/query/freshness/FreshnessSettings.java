package viewstream.query.freshness;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an answer counts as delayed.
 *
 * @param dashboard how far behind the figures of a dashboard may be
 * @param counter how far behind a public counter may be
 * @param progressAge how long what the sinks reported is taken as read before it is asked again
 */
@ConfigurationProperties("viewstream.query.freshness")
public record FreshnessSettings(
    @DefaultValue("60s") Duration dashboard,
    @DefaultValue("10s") Duration counter,
    @DefaultValue("1s") Duration progressAge) {}
