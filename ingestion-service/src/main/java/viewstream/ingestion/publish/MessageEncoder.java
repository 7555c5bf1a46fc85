package viewstream.ingestion.publish;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import viewstream.schema.topic.Topic;

/** Turns records into the bytes that go to Kafka. */
public interface MessageEncoder {
  /**
   * Encodes a record.
   *
   * @param value of the topic's record type
   * @throws PublishException if the topic's schema has not been found in the registry yet
   */
  Message encode(Topic topic, @Nullable String key, SpecificRecord value);
}
