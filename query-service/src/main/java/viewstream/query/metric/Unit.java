package viewstream.query.metric;

import java.util.Locale;

/** What a metric's number counts. */
public enum Unit {
  COUNT,
  HOURS,
  SECONDS,
  MILLISECONDS,
  KILOBITS_PER_SECOND,
  PERCENT,
  /** Of one thing in another, usually between 0 and 1. */
  RATIO,
  PER_MINUTE;

  /** As it is written in replies. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
