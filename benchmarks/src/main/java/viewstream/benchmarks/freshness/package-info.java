/** How soon an acknowledged event can be seen. */
@NullMarked
package viewstream.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
