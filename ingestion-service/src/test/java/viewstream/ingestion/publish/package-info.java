/** How records get to Kafka, in small. */
@NullMarked
package viewstream.ingestion.publish;

import org.jspecify.annotations.NullMarked;
