package viewstream.ingestion.cmcd;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.PlaybackType;

/**
 * What made a player report: the values of {@code e}.
 *
 * @param name as it stands in the report
 * @param type of the playback event it becomes; null if none does
 * @param needs the key that must be with it; null if none must
 */
record Event(String name, @Nullable PlaybackType type, @Nullable String needs) {
  /** A response came in. It says something about the network, nothing about the playback. */
  static final String RESPONSE = "rr";

  static final String ERROR = "e";
  static final String CUSTOM = "ce";

  private static final Map<String, Event> BY_NAME =
      Stream.of(
              new Event("ps", PlaybackType.player_state, "sta"),
              new Event("t", PlaybackType.heartbeat, null),
              new Event(ERROR, PlaybackType.error, "ec"),
              new Event("c", PlaybackType.content_change, "cid"),
              new Event("bc", PlaybackType.quality_change, "br"),
              new Event(RESPONSE, null, "url"),
              new Event("b", PlaybackType.player_event, "bg"),
              new Event("bg", PlaybackType.player_event, null),
              new Event("m", PlaybackType.player_event, null),
              new Event("um", PlaybackType.player_event, null),
              new Event("pe", PlaybackType.player_event, null),
              new Event("pc", PlaybackType.player_event, null),
              new Event("pr", PlaybackType.player_event, "pr"),
              new Event("h", PlaybackType.player_event, "h"),
              new Event("abs", PlaybackType.player_event, null),
              new Event("abe", PlaybackType.player_event, null),
              new Event("as", PlaybackType.player_event, null),
              new Event("ae", PlaybackType.player_event, null),
              new Event("sk", PlaybackType.player_event, null),
              new Event(CUSTOM, PlaybackType.player_event, "cen"))
          .collect(Collectors.toUnmodifiableMap(Event::name, event -> event));

  /** The event of a name, or null if the standard has none. */
  static @Nullable Event of(String name) {
    return BY_NAME.get(name);
  }

  /**
   * The type of the playback event that a report of this name becomes, or null if it becomes none.
   * Fatal is stronger than what made the player report; of a name that nobody knows its state is
   * still worth having.
   *
   * @param state the report's {@code sta}, null if it has none
   */
  static @Nullable PlaybackType typeOf(String name, @Nullable String state) {
    if (name.equals(RESPONSE)) {
      return null;
    }
    if (PlayerStates.FATAL.equals(state)) {
      return PlaybackType.error;
    }
    Event event = of(name);
    if (event != null) {
      return event.type();
    }
    return PlayerStates.of(state) == null ? null : PlaybackType.player_state;
  }
}
