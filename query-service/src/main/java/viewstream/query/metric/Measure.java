package viewstream.query.metric;

import java.util.Locale;

/**
 * What is stored, and how two stored values become one. The names are the columns of {@code
 * video_minute}, except {@link #UNIQUE_VIEWERS}, which is counted from sketches.
 */
public enum Measure {
  PLAY_ATTEMPTS(Kind.SUM),
  VIEWS(Kind.SUM),
  ENGAGED_VIEWS(Kind.SUM),
  COMPLETIONS(Kind.SUM),
  WATCH_TIME_MS(Kind.SUM),
  PLAYED_MS(Kind.SUM),
  MAX_DURATION_MS(Kind.LARGEST),
  STARTUP_HISTOGRAM(Kind.HISTOGRAM),
  STALLS(Kind.SUM),
  BUFFERING_MS(Kind.SUM),
  START_FAILURES(Kind.SUM),
  PLAYBACK_FAILURES(Kind.SUM),
  BITRATE_KBPS_MS(Kind.SUM),
  BITRATE_MS(Kind.SUM),
  LIKES(Kind.SUM),
  UNLIKES(Kind.SUM),
  DISLIKES(Kind.SUM),
  UNDISLIKES(Kind.SUM),
  COMMENTS(Kind.SUM),
  SHARES(Kind.SUM),
  SUBSCRIBES(Kind.SUM),
  UNSUBSCRIBES(Kind.SUM),
  IMPRESSIONS(Kind.SUM),
  CLICKS(Kind.SUM),
  UNIQUE_VIEWERS(Kind.DISTINCT);

  /** How values of several minutes become one. */
  public enum Kind {
    SUM,
    LARGEST,
    HISTOGRAM,
    DISTINCT
  }

  private final Kind kind;

  Measure(Kind kind) {
    this.kind = kind;
  }

  /** How values of several minutes become one. */
  public Kind kind() {
    return kind;
  }

  /** The name in the store. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
