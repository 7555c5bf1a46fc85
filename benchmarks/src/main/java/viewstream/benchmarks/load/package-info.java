/** A load generator in a process of its own, so that what it spends is nobody else's. */
@NullMarked
package viewstream.benchmarks.load;

import org.jspecify.annotations.NullMarked;
