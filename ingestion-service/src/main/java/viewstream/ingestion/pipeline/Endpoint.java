package viewstream.ingestion.pipeline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.validation.EventFamily;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventTime;
import viewstream.ingestion.validation.EventType;
import viewstream.schema.event.EventSource;
import viewstream.schema.topic.Topic;

/** Where events arrive, and which they may be there. */
public enum Endpoint {
  BEACON("beacon", EventFamily.ANY, null),
  BATCH("batch", EventFamily.ANY, null),
  VIEW("view", EventFamily.PLAYBACK, "view"),
  ENGAGEMENT("engagement", EventFamily.ENGAGEMENT, null),
  /** Has a way of its own: {@link RevenuePipeline}. */
  REVENUE("revenue", null, null),
  IMPORT("import", EventFamily.PLAYBACK, null),
  /** Has a way of its own, in the package of that name. */
  CMCD("cmcd", null, null);

  private final String label;
  private final @Nullable EventFamily family;
  private final @Nullable String defaultType;

  Endpoint(String label, @Nullable EventFamily family, @Nullable String defaultType) {
    this.label = label;
    this.family = family;
    this.defaultType = defaultType;
  }

  /** Its name in rejected-events records. */
  public String label() {
    return label;
  }

  /** Which types of events it takes; null if it has a way of its own. */
  public @Nullable EventFamily family() {
    return family;
  }

  /** The type of an event that names none; null if it must. */
  public @Nullable String defaultType() {
    return defaultType;
  }

  /** Whether only servers may report here, with a secret key. */
  public boolean isForServers() {
    return this == REVENUE || this == IMPORT;
  }

  /** The topic of playback events that arrive here. */
  Topic playbackTopic() {
    return this == IMPORT ? Topic.IMPORT_EVENTS : Topic.VIDEO_VIEW_EVENTS;
  }

  /** What kind of report arrives here. */
  public EventSource source() {
    return switch (this) {
      case IMPORT -> EventSource.import$;
      case CMCD -> EventSource.cmcd;
      case BEACON, BATCH, VIEW, ENGAGEMENT, REVENUE -> EventSource.player;
    };
  }

  /**
   * When an event that arrived here happened.
   *
   * @throws viewstream.ingestion.validation.InvalidEventException if it does not say so, or lies
   *     out of bounds
   */
  EventTime timeOf(EventObject event, Delivery delivery) {
    return this == IMPORT
        ? EventTime.readOfAnyAge(event, delivery.sentAt(), delivery.received())
        : EventTime.read(event, delivery.sentAt(), delivery.received());
  }

  /**
   * The type of an event that arrived here.
   *
   * @throws viewstream.ingestion.validation.InvalidEventException if it may not be here
   */
  EventType typeOf(EventObject event) {
    return Objects.requireNonNull(family, label).typeOf(event, defaultType);
  }
}
