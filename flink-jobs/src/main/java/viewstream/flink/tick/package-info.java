/** The stream's clock. */
@NullMarked
package viewstream.flink.tick;

import org.jspecify.annotations.NullMarked;
