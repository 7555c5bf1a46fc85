package viewstream.ingestion.fast;

/**
 * Reads times and remembers the minute of the last one, for what a player sends at a time is of
 * few. For one thread.
 */
final class RecentMinute {
  /** As JavaScript writes times: {@code 2026-01-31T12:00:00.000Z}. */
  private static final int LENGTH = 24;

  private static final int SECONDS_AT = 16;
  private static final long SECONDS = Eight.of(":00.000Z");
  private static final long SECONDS_SIGNS = 0xff00_0000_ff00_00ffL;
  private static final int LAST_SECOND = 59;

  private long date;
  private long clock;
  private long begin;

  /** A time that is there, in milliseconds since 1970. */
  long read(Fields fields, Field field) {
    if (fields.kind(field) != Kind.TEXT || fields.length(field) != LENGTH) {
      return Times.read(fields, field);
    }
    byte[] body = fields.body();
    int at = fields.offset(field);
    long newDate = Eight.at(body, at);
    long newClock = Eight.at(body, at + Long.BYTES);
    long millis = sinceMinute(Eight.at(body, at + SECONDS_AT));
    if (millis < 0) {
      return Times.read(fields, field);
    }
    if (newDate != date || newClock != clock) {
      begin = Times.read(fields, field) - millis;
      date = newDate;
      clock = newClock;
    }
    return begin + millis;
  }

  /** The milliseconds that seconds and their fraction make; negative if they have another form. */
  private static long sinceMinute(long eight) {
    long digits = eight ^ SECONDS;
    if ((digits & SECONDS_SIGNS | Eight.aboveNine(digits)) != 0) {
      return -1;
    }
    long seconds = digit(digits, 1) * 10 + digit(digits, 2);
    long millis = digit(digits, 4) * 100 + digit(digits, 5) * 10 + digit(digits, 6);
    return seconds <= LAST_SECOND ? seconds * 1000 + millis : -1;
  }

  private static long digit(long digits, int index) {
    return digits >>> Byte.SIZE * index & 0xff;
  }
}
