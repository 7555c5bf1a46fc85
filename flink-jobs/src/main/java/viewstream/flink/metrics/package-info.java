/** The names of all metrics. */
@NullMarked
package viewstream.flink.metrics;

import org.jspecify.annotations.NullMarked;
