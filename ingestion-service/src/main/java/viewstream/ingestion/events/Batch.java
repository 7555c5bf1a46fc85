package viewstream.ingestion.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.validation.EventObject;

/**
 * A body cut into its events, none of which has been read yet.
 *
 * @param key the write key, if the body names it
 * @param sentAt the client's clock when it sent, if the body says so
 * @param context fields that all events share
 * @param events in their order; may be made only when they are asked for
 */
record Batch(
    @Nullable String key, @Nullable JsonNode sentAt, EventObject context, List<Slice> events) {
  /** Events without an envelope. */
  static Batch of(List<Slice> events) {
    return new Batch(null, null, EventObject.EMPTY, events);
  }
}
