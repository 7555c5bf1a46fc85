/**
 * Avro on the wire: Confluent framing, and the schema registry that knows the schemas by number.
 */
@NullMarked
package viewstream.schema.registry;

import org.jspecify.annotations.NullMarked;
