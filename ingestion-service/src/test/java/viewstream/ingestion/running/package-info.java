/** The service running as in production, against real Kafka and a real schema registry. */
@NullMarked
package viewstream.ingestion.running;

import org.jspecify.annotations.NullMarked;
