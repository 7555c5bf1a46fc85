package viewstream.ingestion.fast;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.validation.EventObject;

/**
 * What stands around the events of a body.
 *
 * @param key the write key, if the body names it
 * @param sentAt the client's clock when it sent, if the body says so
 * @param context fields that all events share
 */
public record Envelope(@Nullable String key, @Nullable JsonNode sentAt, EventObject context) {
  static final Envelope NONE = new Envelope(null, null, EventObject.EMPTY);
}
