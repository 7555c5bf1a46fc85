package viewstream.query.counter;

import java.time.Duration;
import java.time.Instant;
import viewstream.query.freshness.Freshness;
import viewstream.query.observability.QueryMetrics.CounterResult;

/**
 * A counter as it was read.
 *
 * @param result where it was read
 * @param freshness how new it is
 * @param freshAge for how long it may be served as it is
 */
record ViewCount(long views, CounterResult result, Freshness freshness, Duration freshAge) {
  boolean isOlderThanAllowed(Instant now) {
    return freshness.generatedAt().plus(freshAge).isBefore(now);
  }
}
