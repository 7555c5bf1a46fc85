package viewstream.ingestion.publish;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import viewstream.schema.topic.Topic;

/**
 * A record for Kafka.
 *
 * @param topic where it goes
 * @param key records of one key stay in order; without one they are spread
 * @param value of the topic's record type
 */
public record Message(Topic topic, @Nullable String key, SpecificRecord value) {}
