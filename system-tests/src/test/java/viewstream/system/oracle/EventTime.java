package viewstream.system.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** When an event happened (contract, section 2). */
final class EventTime {
  private static final BigDecimal FIRST_MILLIS = new BigDecimal("100000000000");
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(2);

  private EventTime() {}

  /** ISO-8601 with offset, or epoch seconds, or from 10¹¹ on epoch milliseconds. */
  static Instant of(Object timestamp) {
    if (timestamp instanceof BigDecimal number) {
      return Instant.ofEpochMilli(
          number.compareTo(FIRST_MILLIS) < 0
              ? number.movePointRight(3).longValue()
              : number.longValue());
    }
    return OffsetDateTime.parse((String) timestamp).toInstant();
  }

  /** The same without the error of a clock that is {@code ahead}, if that exceeds two seconds. */
  static Instant corrected(Instant timestamp, Duration ahead) {
    return ahead.abs().compareTo(TOLERATED_SKEW) > 0 ? timestamp.minus(ahead) : timestamp;
  }
}
