package viewstream.ingestion.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.EngagementType;
import viewstream.schema.event.PlaybackType;

/** The event types that an endpoint takes, by the names that clients send. */
public enum EventFamily {
  PLAYBACK(playback()),
  ENGAGEMENT(engagement()),
  ANY(any());

  private static final String FIELD = "type";

  private final Map<String, EventType> types;
  private final String names;

  EventFamily(Map<String, EventType> types) {
    this.types = Map.copyOf(types);
    this.names = String.join(", ", types.keySet().stream().sorted().toList());
  }

  /** The types by the names that clients send. */
  public Map<String, EventType> types() {
    return types;
  }

  /**
   * The type of an event.
   *
   * @param whenAbsent the type of an event that names none, if it need not
   * @throws InvalidEventException if it names none and must, or none of this family
   */
  public EventType typeOf(EventObject event, @Nullable String whenAbsent) {
    String named = event.text(FIELD);
    String name = named == null ? whenAbsent : named;
    if (name == null) {
      throw InvalidEventException.missing(FIELD);
    }
    EventType type = types.get(name);
    if (type == null) {
      throw new InvalidEventException(
          RejectReason.UNKNOWN_TYPE, FIELD, "type must be one of " + names);
    }
    return type;
  }

  private static Map<String, EventType> playback() {
    var notSent =
        Set.of(
            PlaybackType.player_state,
            PlaybackType.content_change,
            PlaybackType.player_event,
            PlaybackType.unknown);
    var types = new HashMap<String, EventType>();
    Arrays.stream(PlaybackType.values())
        .filter(type -> !notSent.contains(type))
        .forEach(type -> types.put(type.name(), new EventType.Playback(type)));
    return types;
  }

  private static Map<String, EventType> engagement() {
    var types = new HashMap<String, EventType>();
    Arrays.stream(EngagementType.values())
        .filter(type -> type != EngagementType.unknown)
        .forEach(type -> types.put(type.name(), new EventType.Engagement(type)));
    return types;
  }

  private static Map<String, EventType> any() {
    var types = new HashMap<>(playback());
    types.putAll(engagement());
    return types;
  }
}
