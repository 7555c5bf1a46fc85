package viewstream.ingestion.validation;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayerState;

/** Reads a playback event's own fields: what its type adds, and what any of them may carry. */
public final class PlaybackFields {
  /** Largest duration or position, ms. */
  public static final long LONGEST_MS = 10_000_000_000_000L;

  public static final long MOST_KBPS = 1_000_000_000;
  public static final long MOST_PIXELS = 1_000_000;
  public static final long MOST_FRAMES = 1_000_000_000;

  /** Largest playback rate. */
  public static final double FASTEST = 100;

  private static final Map<String, PlayerState> STATES =
      Stream.of(
              PlayerState.playing,
              PlayerState.paused,
              PlayerState.buffering,
              PlayerState.seeking,
              PlayerState.ended)
          .collect(Collectors.toUnmodifiableMap(PlayerState::name, Function.identity()));

  private PlaybackFields() {}

  /**
   * Copies the fields into a record whose type is set.
   *
   * @throws InvalidEventException if a value breaks its rule
   */
  public static void copy(EventObject event, PlaybackEvent record) {
    record.setSeq(seq(event));
    copyCommon(event, record);
    copyOwn(event, record);
  }

  private static void copyCommon(EventObject event, PlaybackEvent record) {
    record.setWatchedMs(orZero(event.whole("watched_ms", LONGEST_MS)));
    record.setPlayed(PlayedIntervals.read(event, LONGEST_MS));
    record.setBufferingMs(orZero(event.whole("buffering_ms", LONGEST_MS)));
    record.setDroppedFrames(orZero(event.whole("dropped_frames", MOST_FRAMES)));
    record.setPositionMs(event.whole("position_ms", LONGEST_MS));
    record.setDurationMs(event.whole("duration_ms", LONGEST_MS));
    record.setBitrateKbps(event.whole("bitrate_kbps", MOST_KBPS));
    record.setRate(event.number("rate", FASTEST));
  }

  private static void copyOwn(EventObject event, PlaybackEvent record) {
    PlaybackType type = record.getType();
    switch (type) {
      case view -> {
        copyWatchTime(event, record);
        record.setStartupMs(event.whole("startup_ms", LONGEST_MS));
        record.setCompleted(event.flag("completed"));
      }
      case play -> record.setStartReason(startReason(event));
      case first_frame -> record.setStartupMs(event.whole("startup_ms", LONGEST_MS));
      case heartbeat -> {
        record.setState(state(event));
        record.setHidden(event.flag("hidden"));
      }
      case seek -> {
        record.setFromMs(event.whole("from_ms", LONGEST_MS));
        record.setToMs(event.whole("to_ms", LONGEST_MS));
        record.setWaitMs(event.whole("wait_ms", LONGEST_MS));
      }
      case quality_change -> {
        Long height = event.whole("height", MOST_PIXELS);
        record.setHeight(height == null ? null : height.intValue());
      }
      case error -> {
        record.setFatal(event.flag("fatal"));
        record.setCode(event.label("code", Limits.ID_LENGTH));
        record.setMessage(event.label("message", Limits.ERROR_MESSAGE_LENGTH));
      }
      case pause,
          resume,
          buffer,
          complete,
          stop,
          player_state,
          content_change,
          player_event,
          unknown -> {}
    }
  }

  private static void copyWatchTime(EventObject event, PlaybackEvent record) {
    Double seconds = event.number("watch_time_seconds", LONGEST_MS / 1000d);
    if (seconds != null && event.value("watched_ms") == null) {
      record.setWatchedMs(Math.round(seconds * 1000));
    }
  }

  /** Only helps to find duplicates cheaply: what cannot serve is ignored, not refused. */
  private static @Nullable Integer seq(EventObject event) {
    var value = event.value("seq");
    if (value == null || !value.isNumber()) {
      return null;
    }
    double seq = value.doubleValue(Double.NaN);
    return seq >= 0 && seq <= Limits.MAX_SEQ && seq == Math.rint(seq) ? (int) seq : null;
  }

  private static @Nullable String startReason(EventObject event) {
    String reason = event.text("start_reason");
    if (reason == null) {
      return null;
    }
    return switch (reason) {
      case "click", "autoplay", "hover", "api", "playlist" -> reason;
      default ->
          throw InvalidEventException.invalidField(
              "start_reason", "one of click, autoplay, hover, api, playlist");
    };
  }

  private static @Nullable PlayerState state(EventObject event) {
    String name = event.text("state");
    if (name == null) {
      return null;
    }
    PlayerState state = STATES.get(name);
    if (state == null) {
      throw InvalidEventException.invalidField(
          "state", "one of playing, paused, buffering, seeking, ended");
    }
    return state;
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
