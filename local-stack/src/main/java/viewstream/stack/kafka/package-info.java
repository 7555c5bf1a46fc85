/** The Kafka broker of the stack. */
@NullMarked
package viewstream.stack.kafka;

import org.jspecify.annotations.NullMarked;
