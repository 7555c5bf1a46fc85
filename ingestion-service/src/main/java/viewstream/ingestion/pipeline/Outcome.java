package viewstream.ingestion.pipeline;

import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.rejection.KeptPayload;
import viewstream.ingestion.validation.RejectReason;
import viewstream.schema.topic.Topic;

/** What became of an event. */
public sealed interface Outcome {
  /**
   * The event is good.
   *
   * @param eventId given or derived
   * @param topic where it goes
   * @param key its place there
   * @param record what goes there
   */
  record Accepted(UUID eventId, Topic topic, String key, SpecificRecord record)
      implements Outcome {}

  /**
   * The event broke a rule.
   *
   * @param index its place in the batch
   * @param eventId given or derived; null if it could not be told
   * @param reason which rule
   * @param field at fault, if it is one field's
   * @param detail how to mend it
   * @param payload what to keep of it
   */
  record Rejected(
      int index,
      @Nullable UUID eventId,
      RejectReason reason,
      @Nullable String field,
      String detail,
      KeptPayload payload)
      implements Outcome {}
}
