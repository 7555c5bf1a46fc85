/**
 * Figures per video and window, combined before they are shuffled and emitted as versioned values.
 */
@NullMarked
package viewstream.flink.aggregate;

import org.jspecify.annotations.NullMarked;
