/** Reads the log: Kafka records in, typed records with their log time out. */
@NullMarked
package viewstream.flink.source;

import org.jspecify.annotations.NullMarked;
