package viewstream.ingestion.publish;

import org.jspecify.annotations.Nullable;
import viewstream.schema.topic.Topic;

/**
 * A record for Kafka, in the bytes that lie there.
 *
 * @param topic where it goes
 * @param key records of one key stay in order; without one they are spread
 * @param value in the Confluent wire format; not to be changed any more
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy would double each event
public record Message(Topic topic, byte @Nullable [] key, byte[] value) {}
