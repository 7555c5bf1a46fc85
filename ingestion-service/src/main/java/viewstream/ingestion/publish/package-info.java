/** Records to Kafka, acknowledged. */
@NullMarked
package viewstream.ingestion.publish;

import org.jspecify.annotations.NullMarked;
