/** Writes batches to stores that may be away, without losing or delaying anything else. */
@NullMarked
package viewstream.flink.sink;

import org.jspecify.annotations.NullMarked;
