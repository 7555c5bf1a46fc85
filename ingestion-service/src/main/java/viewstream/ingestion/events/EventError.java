package viewstream.ingestion.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.pipeline.Outcome.Rejected;

/**
 * Why one event of a batch was rejected.
 *
 * @param index its place in the batch, from 0
 * @param eventId given or derived; null if it could not be told
 * @param code stable
 * @param field at fault, if it is one field's
 * @param message how to mend it
 */
record EventError(
    int index, @Nullable UUID eventId, String code, @Nullable String field, String message) {
  static EventError of(Rejected rejected) {
    return new EventError(
        rejected.index(),
        rejected.eventId(),
        rejected.reason().code(),
        rejected.field(),
        rejected.detail());
  }
}
