/** Minute rows per video. */
@NullMarked
package viewstream.flink.minute;

import org.jspecify.annotations.NullMarked;
