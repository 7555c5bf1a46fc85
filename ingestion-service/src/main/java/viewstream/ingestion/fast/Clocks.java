package viewstream.ingestion.fast;

import viewstream.ingestion.validation.Limits;

/** When an event happened, by the client's clock and by ours. For one thread; used again. */
final class Clocks {
  private static final long FUTURE = Limits.FUTURE.toMillis();
  private static final long AGE = Limits.AGE.toMillis();
  private static final long SKEW_NANOS = Limits.SKEW.toNanos();
  private static final long LONGEST_SKEW = Limits.AGE.multipliedBy(10_000).toMillis();
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MILLIS_PER_DAY = 86_400_000;

  private final RecentMinute minute = new RecentMinute();
  private long client;
  private long corrected;

  /** Reads an event's times and holds them against the bounds. */
  void read(Fields event, Request request) {
    Sure.that(event.has(Field.TIMESTAMP));
    client = minute.read(event, Field.TIMESTAMP);
    corrected = client + correction(event, request);
    long received = request.receivedMillis();
    // The bounds themselves are a matter of nanoseconds.
    Sure.that(corrected > received - AGE && corrected < received + FUTURE);
  }

  private long correction(Fields event, Request request) {
    long sentAt =
        event.has(Field.SENT_AT) ? minute.read(event, Field.SENT_AT) : request.sentAtMillis();
    if (sentAt == Request.NEVER) {
      return 0;
    }
    long millis = request.receivedMillis() - sentAt;
    Sure.that(Math.abs(millis) < LONGEST_SKEW);
    long nanos = millis * NANOS_PER_MILLI + request.receivedNanos();
    return Math.abs(nanos) > SKEW_NANOS ? millis : 0;
  }

  /** By the client's clock, milliseconds since 1970. */
  long client() {
    return client;
  }

  /** The UTC day of that, counted from 1970-01-01. */
  long epochDay() {
    return Math.floorDiv(client, MILLIS_PER_DAY);
  }

  /** Moved by as much as that clock was off. */
  long corrected() {
    return corrected;
  }
}
