package viewstream.flink.minute;

import java.util.Locale;

/**
 * The figures of a minute that are added up; each is the column of its name in lower case. State is
 * written in this order: append, never reorder.
 */
enum Measure {
  PLAY_ATTEMPTS,
  VIEWS,
  ENGAGED_VIEWS,
  COMPLETIONS,
  WATCH_TIME_MS,
  PLAYED_MS,
  STARTUP_MS_SUM,
  STALLS,
  BUFFERING_MS,
  START_FAILURES,
  PLAYBACK_FAILURES,
  BITRATE_KBPS_MS,
  BITRATE_MS,
  DROPPED_FRAMES,
  LIKES,
  UNLIKES,
  DISLIKES,
  UNDISLIKES,
  COMMENTS,
  SHARES,
  SUBSCRIBES,
  UNSUBSCRIBES,
  IMPRESSIONS,
  CLICKS;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
