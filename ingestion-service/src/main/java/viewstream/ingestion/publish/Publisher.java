package viewstream.ingestion.publish;

import java.util.List;

/** Puts records where no single failure loses them: to Kafka, or else to the spool. */
public interface Publisher {
  /**
   * Returns when all are safe. When it throws, any of them may be: sending them again is harmless,
   * for records have identity.
   *
   * @throws PublishException if one of them is not
   */
  void publish(List<Message> messages);

  /** Whether records that come now would be taken. */
  boolean ready();
}
