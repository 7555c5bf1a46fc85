/** The Kafka topics: names, what they carry, how they are kept. */
@NullMarked
package viewstream.schema.topic;

import org.jspecify.annotations.NullMarked;
