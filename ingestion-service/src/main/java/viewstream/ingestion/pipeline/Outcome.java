package viewstream.ingestion.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.publish.Message;
import viewstream.ingestion.rejection.KeptPayload;
import viewstream.ingestion.validation.RejectReason;
import viewstream.schema.topic.Topic;

/** What became of an event. */
public sealed interface Outcome {
  /** The event is good. */
  sealed interface Good extends Outcome {
    /** Given or derived. */
    UUID eventId();
  }

  /**
   * The event is a record now.
   *
   * @param eventId given or derived
   * @param topic where it goes
   * @param key its place there
   * @param record what goes there
   */
  record Accepted(UUID eventId, Topic topic, String key, SpecificRecord record) implements Good {}

  /**
   * The event is a record's bytes already.
   *
   * @param message what goes to Kafka
   */
  record Written(Message message) implements Good {
    /** Each value begins with a header, the length of the event's id in one byte, and the id. */
    private static final int ID_OFFSET = 6;

    private static final int ID_LENGTH = 36;

    @Override
    public UUID eventId() {
      return UUID.fromString(
          new String(message.value(), ID_OFFSET, ID_LENGTH, StandardCharsets.US_ASCII));
    }
  }

  /**
   * The event is good, and there is nothing in it to publish.
   *
   * @param index its place in the batch
   */
  record Unpublished(int index) implements Outcome {}

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
