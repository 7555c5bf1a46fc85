/** The records that travel on Kafka, generated from the Avro schemas in {@code src/main/avro}. */
@NullMarked
package viewstream.schema.event;

import org.jspecify.annotations.NullMarked;
