/** Every distinct event, kept as a fact. */
@NullMarked
package viewstream.flink.archive;

import org.jspecify.annotations.NullMarked;
