package viewstream.ingestion.fast;

import java.util.Arrays;
import java.util.Locale;

/** The fields that events have. No more than 64, for {@link Fields} keeps a bit for each. */
enum Field {
  TYPE,
  TIMESTAMP,
  SENT_AT,
  EVENT_ID,
  VIEW_ID,
  SESSION_ID,
  VIDEO_ID,
  CHANNEL_ID,
  USER_ID,
  SEQ,

  WATCHED_MS,
  WATCH_TIME_SECONDS,
  PLAYED,
  BUFFERING_MS,
  DROPPED_FRAMES,
  POSITION_MS,
  DURATION_MS,
  BITRATE_KBPS,
  RATE,
  STARTUP_MS,
  COMPLETED,
  START_REASON,
  STATE,
  HIDDEN,
  FROM_MS,
  TO_MS,
  WAIT_MS,
  HEIGHT,
  FATAL,
  CODE,
  MESSAGE,

  LOCATION,
  DEVICE,
  PLATFORM,
  OS,
  BROWSER,
  APP_VERSION,
  PLAYER,
  PLAYER_VERSION,
  TRAFFIC_SOURCE,
  REFERRER,
  AGE_GROUP,
  GENDER,
  SUBSCRIBED,
  LIVE,
  PROPS,
  IP,
  USER_AGENT;

  private static final Field[] ALL = values();
  private static final Words NAMES = Words.of(Arrays.stream(ALL).map(Field::fieldName).toList());

  /** Its name in JSON. */
  String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of this ordinal. */
  static Field at(int ordinal) {
    return ALL[ordinal];
  }

  /** The ordinal of the field of this name, or a negative number if events have none such. */
  static int find(byte[] body, int offset, int length) {
    return NAMES.find(body, offset, length);
  }
}
