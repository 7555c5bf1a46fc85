package viewstream.ingestion.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.validation.EventFamily;
import viewstream.ingestion.validation.EventType;

/** The types of events that an endpoint takes. */
final class EventTypes {
  private final Words names;
  private final EventType[] types;
  private final @Nullable EventType whenAbsent;

  private EventTypes(Map<String, EventType> byName, @Nullable String defaultName) {
    List<String> known = new ArrayList<>(byName.keySet());
    this.names = Words.of(known);
    this.types = known.stream().map(byName::get).toArray(EventType[]::new);
    this.whenAbsent = defaultName == null ? null : byName.get(defaultName);
  }

  /** Those of an endpoint, or null if its events take another way. */
  static @Nullable EventTypes of(Endpoint endpoint) {
    EventFamily family = endpoint.family();
    return switch (endpoint) {
      case BEACON, BATCH, VIEW, ENGAGEMENT ->
          family == null ? null : new EventTypes(family.types(), endpoint.defaultType());
      case REVENUE, IMPORT, CMCD -> null;
    };
  }

  /** The type of an event. */
  EventType read(Fields event) {
    if (event.has(Field.TYPE)) {
      event.requireText(Field.TYPE);
      int index = names.find(event.body(), event.offset(Field.TYPE), event.length(Field.TYPE));
      Sure.that(index >= 0);
      return types[index];
    }
    if (whenAbsent == null) {
      throw Unsure.of();
    }
    return whenAbsent;
  }
}
