package viewstream.ingestion.fast;

import static viewstream.ingestion.validation.PlaybackFields.FASTEST;
import static viewstream.ingestion.validation.PlaybackFields.LONGEST_MS;
import static viewstream.ingestion.validation.PlaybackFields.MOST_FRAMES;
import static viewstream.ingestion.validation.PlaybackFields.MOST_KBPS;
import static viewstream.ingestion.validation.PlaybackFields.MOST_PIXELS;

import java.util.List;
import viewstream.ingestion.validation.Limits;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayerState;

/**
 * Writes what is a playback event's own, in the order of the schema. Fields that its type does not
 * have are not looked at. For one thread.
 */
final class PlaybackWriter {
  private static final Words START_REASONS =
      Words.of(List.of("click", "autoplay", "hover", "api", "playlist"));
  private static final PlayerState[] STATES = {
    PlayerState.playing,
    PlayerState.paused,
    PlayerState.buffering,
    PlayerState.seeking,
    PlayerState.ended
  };
  private static final Words STATE_NAMES =
      Words.of(List.of("playing", "paused", "buffering", "seeking", "ended"));

  private final PlayedWriter played = new PlayedWriter();

  /** The fields between {@code event_time} and {@code context}. */
  void write(PlaybackType type, Fields event, AvroBuffer out) {
    boolean view = type == PlaybackType.view;
    startReason(type == PlaybackType.play, event, out);
    optional(view || type == PlaybackType.first_frame, event, Field.STARTUP_MS, LONGEST_MS, out);
    flag(view, event, Field.COMPLETED, out);
    state(type == PlaybackType.heartbeat, event, out);
    flag(type == PlaybackType.heartbeat, event, Field.HIDDEN, out);
    boolean seek = type == PlaybackType.seek;
    optional(seek, event, Field.FROM_MS, LONGEST_MS, out);
    optional(seek, event, Field.TO_MS, LONGEST_MS, out);
    optional(seek, event, Field.WAIT_MS, LONGEST_MS, out);
    optional(type == PlaybackType.quality_change, event, Field.HEIGHT, MOST_PIXELS, out);
    boolean error = type == PlaybackType.error;
    flag(error, event, Field.FATAL, out);
    text(error, event, Field.CODE, Limits.ID_LENGTH, out);
    text(error, event, Field.MESSAGE, Limits.ERROR_MESSAGE_LENGTH, out);
    out.none(); // name: only CMCD reports have one
    out.number(watched(view, event));
    played.write(event, out);
    out.number(event.wholeOrZero(Field.BUFFERING_MS, LONGEST_MS));
    out.number(event.wholeOrZero(Field.DROPPED_FRAMES, MOST_FRAMES));
    optional(true, event, Field.POSITION_MS, LONGEST_MS, out);
    optional(true, event, Field.DURATION_MS, LONGEST_MS, out);
    optional(true, event, Field.BITRATE_KBPS, MOST_KBPS, out);
    rate(event, out);
  }

  private static void startReason(boolean applies, Fields event, AvroBuffer out) {
    if (present(applies, event, Field.START_REASON, out)) {
      word(START_REASONS, event, Field.START_REASON);
      out.text(event, Field.START_REASON);
    }
  }

  private static void state(boolean applies, Fields event, AvroBuffer out) {
    if (present(applies, event, Field.STATE, out)) {
      out.symbol(STATES[word(STATE_NAMES, event, Field.STATE)]);
    }
  }

  private static int word(Words words, Fields event, Field field) {
    event.requireText(field);
    int index = words.find(event.body(), event.offset(field), event.length(field));
    Sure.that(index >= 0);
    return index;
  }

  /** A number that is text is written with the digits it has. */
  private static void text(
      boolean applies, Fields event, Field field, int longest, AvroBuffer out) {
    if (present(applies, event, field, out)) {
      int kind = event.kind(field);
      Sure.that(kind == Kind.TEXT || kind == Kind.WHOLE);
      Sure.that(event.length(field) <= longest);
      out.text(event, field);
    }
  }

  private static long watched(boolean view, Fields event) {
    long watched = event.wholeOrZero(Field.WATCHED_MS, LONGEST_MS);
    if (!view || !event.has(Field.WATCH_TIME_SECONDS)) {
      return watched;
    }
    double seconds = event.number(Field.WATCH_TIME_SECONDS, LONGEST_MS / 1000d);
    return event.has(Field.WATCHED_MS) ? watched : Math.round(seconds * 1000);
  }

  private static void rate(Fields event, AvroBuffer out) {
    if (present(true, event, Field.RATE, out)) {
      out.real(event.number(Field.RATE, FASTEST));
    }
  }

  private static void optional(
      boolean applies, Fields event, Field field, long max, AvroBuffer out) {
    if (present(applies, event, field, out)) {
      out.number(event.whole(field, max));
    }
  }

  private static void flag(boolean applies, Fields event, Field field, AvroBuffer out) {
    if (present(applies, event, field, out)) {
      out.flag(event.flag(field));
    }
  }

  /** Writes the branch; whether the value is to follow. */
  private static boolean present(boolean applies, Fields event, Field field, AvroBuffer out) {
    boolean present = applies && event.has(field);
    if (present) {
      out.some();
    } else {
      out.none();
    }
    return present;
  }
}
