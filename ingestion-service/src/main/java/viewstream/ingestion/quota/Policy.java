package viewstream.ingestion.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import viewstream.ingestion.keys.Quota;

/**
 * A bound on events, and how it is told in the {@code RateLimit} headers of
 * draft-ietf-httpapi-ratelimit-headers-10: a token bucket is a quota of its burst, within the time
 * that an empty bucket takes to fill.
 */
final class Policy {
  /** Tells what a caller may do. */
  static final String POLICY_HEADER = "RateLimit-Policy";

  /** Tells what is left of it. */
  static final String LIMIT_HEADER = "RateLimit";

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final String name;
  private final Quota quota;
  private final String header;

  /**
   * @param name of the policy in the headers
   */
  Policy(String name, Quota quota) {
    this.name = name;
    this.quota = quota;
    this.header =
        "\"%s\";q=%d;w=%d;qu=\"events\"".formatted(name, quota.burst(), seconds(quota.burst()));
  }

  /** A full bucket under this bound. */
  Bucket bucket(TimeMeter time) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit -> limit.capacity(quota.burst()).refillGreedy(quota.eventsPerSecond(), SECOND))
        .build();
  }

  /** The value of {@link #POLICY_HEADER}. */
  String header() {
    return header;
  }

  /**
   * The value of {@link #LIMIT_HEADER}.
   *
   * @param remaining events that would be taken now
   */
  String header(long remaining) {
    return '"' + name + "\";r=" + remaining + ";t=" + seconds(quota.burst() - remaining);
  }

  /** How long the bucket takes to get so many events, rounded up. */
  private long seconds(long events) {
    return Math.ceilDiv(events, quota.eventsPerSecond());
  }
}
