package viewstream.ingestion.cmcd;

import java.time.Instant;
import viewstream.ingestion.validation.Ids;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.ingestion.validation.RejectReason;

/** What a report must say to be of use at all. */
final class Required {
  static final String TIME = "ts";

  private static final String EVENT = "e";
  private static final String VIDEO_ID = "cid";

  /** As milliseconds this would lie before March 1973, as seconds it lasts until the year 5138. */
  private static final double SECONDS_BELOW = 1e11;

  private static final double LATEST_MILLIS = 253_402_300_799_999d;

  private Required() {}

  /**
   * What made the player report.
   *
   * @throws InvalidEventException if it does not say so
   */
  static String event(Report report) {
    present(report, EVENT);
    String event = report.word(EVENT);
    if (event == null || event.isEmpty() || event.length() > Values.LONGEST_WORD) {
      throw invalid(EVENT, "a word, such as ps");
    }
    return event;
  }

  /**
   * When it happened by the player's clock.
   *
   * @throws InvalidEventException if it does not say so
   */
  static Instant time(Report report) {
    Value said = present(report, TIME);
    double number =
        switch (said) {
          case Value.Whole whole -> whole.number();
          case Value.Fraction fraction -> fraction.number();
          default -> Double.NaN;
        };
    if (said instanceof Value.Fraction) {
      report.findings().add(Issue.LOOSE_TYPE, TIME, said);
    }
    if (number < SECONDS_BELOW) {
      report.findings().add(Issue.TIME_IN_SECONDS, TIME);
      number *= 1000;
    }
    if (!(number >= 0 && number <= LATEST_MILLIS)) {
      throw invalid(TIME, "milliseconds since 1970");
    }
    return Instant.ofEpochMilli((long) number);
  }

  /**
   * What was played.
   *
   * @throws InvalidEventException if it does not say so, or it cannot be a video's id
   */
  static String videoId(Report report) {
    Value said = present(report, VIDEO_ID);
    String id = said instanceof Value.Whole whole ? Long.toString(whole.number()) : null;
    if (id == null) {
      id = report.word(VIDEO_ID);
    }
    if (id == null || !Ids.valid(id)) {
      throw invalid(VIDEO_ID, "a string of " + Ids.RULE);
    }
    if (!(said instanceof Value.Text)) {
      report.findings().add(Issue.LOOSE_TYPE, VIDEO_ID, said);
    }
    return id;
  }

  private static Value present(Report report, String key) {
    Value value = report.value(key);
    if (value == null) {
      throw new InvalidEventException(
          RejectReason.MISSING_FIELD, key, key + " is required in every report");
    }
    return value;
  }

  private static InvalidEventException invalid(String key, String rule) {
    return new InvalidEventException(RejectReason.INVALID_FIELD, key, key + " must be " + rule);
  }
}
