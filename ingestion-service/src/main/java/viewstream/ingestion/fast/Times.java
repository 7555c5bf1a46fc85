package viewstream.ingestion.fast;

/**
 * Times in the forms that players send: {@code 2026-01-31T12:00:00.000Z}, with up to nine digits
 * after the second, with an offset in hours and minutes; or a number. In milliseconds since 1970.
 */
final class Times {
  private static final double SECONDS_BELOW = 1e11;
  private static final long LATEST_MILLIS = 253_402_300_799_999L;
  private static final int SHORTEST = "2026-01-31T12:00:00Z".length();
  private static final int OFFSET = "+05:30".length();
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private static final long DATE = Eight.of("0000-00-");
  private static final long DATE_SIGNS = 0xff00_00ff_0000_0000L;
  private static final long CLOCK = Eight.of("00T00:00");
  private static final long CLOCK_SIGNS = 0x0000_ff00_00ff_0000L;

  private Times() {}

  /** A time that is there. */
  static long read(Fields fields, Field field) {
    byte[] body = fields.body();
    int offset = fields.offset(field);
    int length = fields.length(field);
    int kind = fields.kind(field);
    return kind == Kind.TEXT
        ? ofText(body, offset, offset + length)
        : ofNumber(Numbers.read(body, kind, offset, length));
  }

  private static long ofNumber(double number) {
    double millis = number < SECONDS_BELOW ? number * 1000 : number;
    Sure.that(millis <= LATEST_MILLIS);
    return (long) millis;
  }

  /** A time in the form of a text. */
  static long ofText(byte[] body, int from, int end) {
    Sure.that(end - from >= SHORTEST);
    long date = pairs(Eight.at(body, from), DATE, DATE_SIGNS);
    long clock = pairs(Eight.at(body, from + 8), CLOCK, CLOCK_SIGNS);
    require(body, from + 16, ':');
    int year = pair(date, 0, 99) * 100 + pair(date, 2, 99);
    int month = pair(date, 5, 12);
    int day = pair(clock, 0, 31);
    Sure.that(year >= 1970 && month >= 1 && day >= 1 && day <= days(year, month));
    long seconds =
        epochDay(year, month, day) * 86_400
            + pair(clock, 3, 23) * 3_600
            + pair(clock, 6, 59) * 60
            + pair(body, from + 17, 59);
    int zone = from + 19;
    int millis = 0;
    if (body[zone] == '.') {
      zone = fractionEnd(body, zone + 1, end);
      millis = millis(body, from + 20, zone);
    }
    long time = (seconds - offsetSeconds(body, zone, end)) * 1000 + millis;
    Sure.that(time >= 0);
    return time;
  }

  private static int fractionEnd(byte[] body, int from, int end) {
    int next = from;
    while (next < end && digit(body[next])) {
      next++;
    }
    Sure.that(next > from && next <= from + 9);
    return next;
  }

  /** What is finer than a millisecond is cut off. */
  private static int millis(byte[] body, int from, int end) {
    int millis = 0;
    for (int i = from; i < from + 3; i++) {
      millis = millis * 10 + (i < end ? body[i] - '0' : 0);
    }
    return millis;
  }

  private static int offsetSeconds(byte[] body, int zone, int end) {
    if (zone == end - 1 && body[zone] == 'Z') {
      return 0;
    }
    Sure.that(zone == end - OFFSET && (body[zone] == '+' || body[zone] == '-'));
    require(body, zone + 3, ':');
    int seconds = pair(body, zone + 1, 17) * 3_600 + pair(body, zone + 4, 59) * 60;
    return body[zone] == '+' ? seconds : -seconds;
  }

  /**
   * Pairs of digits as numbers, each in the byte of its first digit.
   *
   * @param form what the bytes must be, with 0 for any digit
   * @param signs marks those that are no digits
   */
  private static long pairs(long eight, long form, long signs) {
    long digits = eight ^ form;
    Sure.that((digits & signs | Eight.aboveNine(digits)) == 0);
    return digits * 10 + (digits >>> Byte.SIZE);
  }

  private static int pair(long pairs, int index, int max) {
    int pair = (int) (pairs >>> Byte.SIZE * index) & 0xff;
    Sure.that(pair <= max);
    return pair;
  }

  private static int pair(byte[] body, int at, int max) {
    Sure.that(digit(body[at]) && digit(body[at + 1]));
    int pair = (body[at] - '0') * 10 + body[at + 1] - '0';
    Sure.that(pair <= max);
    return pair;
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static void require(byte[] body, int at, char wanted) {
    Sure.that(body[at] == wanted);
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /** Days since 1970-01-01, with years that begin in March, so that the odd day is the last. */
  private static long epochDay(int year, int month, int day) {
    int shifted = month > 2 ? year : year - 1;
    int sinceMarch = (month + 9) % 12;
    long yearDays = 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400;
    return yearDays + (153 * sinceMarch + 2) / 5 + day - 1 - 719_468;
  }
}
