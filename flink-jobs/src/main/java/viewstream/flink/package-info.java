/** Flink jobs: from the log to the live figures. */
@NullMarked
package viewstream.flink;

import org.jspecify.annotations.NullMarked;
