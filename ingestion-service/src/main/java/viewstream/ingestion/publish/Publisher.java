package viewstream.ingestion.publish;

import java.util.List;

/** Puts records where no single failure loses them. */
public interface Publisher {
  /**
   * Returns when all are safe. When it throws, any of them may be: sending them again is harmless,
   * for records have identity.
   *
   * @throws PublishException if one of them is not
   */
  void publish(List<Message> messages);

  /** Whether it can work at all yet. */
  boolean ready();
}
