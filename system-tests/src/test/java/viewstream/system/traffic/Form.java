package viewstream.system.traffic;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How a player writes: which optional identifiers, and times in which format.
 *
 * @param firstSeq of the view's first event; numbers above 65 535 are to be ignored
 */
record Form(Stamp stamp, boolean eventId, boolean seq, int firstSeq, View view) {

  /** The identifier that ties the events of a view together. */
  enum View {
    VIEW_ID,
    SESSION_ID,
    USER_ID
  }

  /** The formats of a timestamp. */
  enum Stamp {
    ISO,
    ISO_OFFSET,
    SECONDS,
    MILLIS;

    Object of(Instant time) {
      return switch (this) {
        case ISO -> time.toString();
        case ISO_OFFSET -> time.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).toString();
        case SECONDS -> time.getEpochSecond();
        case MILLIS -> time.toEpochMilli();
      };
    }
  }

  static Form random(Chance chance) {
    Stamp stamp = chance.of(java.util.List.of(Stamp.values()));
    boolean eventId = chance.percent(75);
    boolean seq = chance.percent(60);
    int firstSeq = chance.percent(3) ? 65_530 : 0;
    long view = chance.between(0, 99);
    return new Form(
        stamp,
        eventId,
        seq,
        firstSeq,
        view < 85 ? View.VIEW_ID : view < 95 ? View.SESSION_ID : View.USER_ID);
  }
}
