package viewstream.ingestion.publish;

import org.jspecify.annotations.Nullable;
import viewstream.schema.topic.Topic;

/** What the records of a topic begin with, for those who write records themselves. */
public interface Headers {
  /**
   * The bytes in front of each record's Avro binary; not to be changed.
   *
   * @return null while the topic's schema has not been found in the registry
   */
  byte @Nullable [] of(Topic topic);
}
