/** The ingestion service: HTTP in, validated and enriched Avro on Kafka out. */
@NullMarked
package viewstream.ingestion;

import org.jspecify.annotations.NullMarked;
