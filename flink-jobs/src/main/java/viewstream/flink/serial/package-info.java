/** How values are written as bytes, in state and between tasks. */
@NullMarked
package viewstream.flink.serial;

import org.jspecify.annotations.NullMarked;
