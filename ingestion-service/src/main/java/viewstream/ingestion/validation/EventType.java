package viewstream.ingestion.validation;

import viewstream.schema.event.EngagementType;
import viewstream.schema.event.PlaybackType;

/** What an event says happened. It decides the event's fields and its topic. */
public sealed interface EventType {
  /** What a player did. */
  record Playback(PlaybackType type) implements EventType {}

  /** What a viewer thought of it. */
  record Engagement(EngagementType type) implements EventType {}
}
