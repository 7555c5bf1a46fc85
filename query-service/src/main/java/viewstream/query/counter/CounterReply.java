package viewstream.query.counter;

import java.time.Instant;
import viewstream.query.freshness.FreshnessView;

/**
 * A public counter, as it stands in the reply.
 *
 * @param views since the video was published
 * @param asOf when they were read
 */
record CounterReply(String videoId, long views, Instant asOf, FreshnessView freshness) {
  static CounterReply of(String videoId, ViewCount count, boolean delayed) {
    FreshnessView freshness = FreshnessView.of(count.freshness(), delayed);
    return new CounterReply(videoId, count.views(), freshness.generatedAt(), freshness);
  }
}
