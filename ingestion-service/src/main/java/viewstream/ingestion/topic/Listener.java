package viewstream.ingestion.topic;

import java.util.List;

/** Hears of the records of a topic, on the follower's thread. */
public interface Listener<T> {
  /**
   * Takes records, those of one key in their order. What it throws makes the follower wait and hand
   * over the same again.
   */
  void accept(List<Entry<T>> entries);

  /** All that was on the topic has been handed over, for the first time or after an outage. */
  default void caughtUp() {}
}
