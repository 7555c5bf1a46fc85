package viewstream.ingestion.pipeline;

import org.jspecify.annotations.Nullable;
import viewstream.ingestion.validation.EventFamily;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventType;

/** Where events arrive, and which they may be there. */
public enum Endpoint {
  BEACON("beacon", EventFamily.ANY, null),
  BATCH("batch", EventFamily.ANY, null),
  VIEW("view", EventFamily.PLAYBACK, "view"),
  ENGAGEMENT("engagement", EventFamily.ENGAGEMENT, null);

  private final String label;
  private final EventFamily family;
  private final @Nullable String defaultType;

  Endpoint(String label, EventFamily family, @Nullable String defaultType) {
    this.label = label;
    this.family = family;
    this.defaultType = defaultType;
  }

  /** Its name in rejected-events records. */
  public String label() {
    return label;
  }

  /**
   * The type of an event that arrived here.
   *
   * @throws viewstream.ingestion.validation.InvalidEventException if it may not be here
   */
  EventType typeOf(EventObject event) {
    return family.typeOf(event, defaultType);
  }
}
