/** The public view counter. */
@NullMarked
package viewstream.flink.counter;

import org.jspecify.annotations.NullMarked;
