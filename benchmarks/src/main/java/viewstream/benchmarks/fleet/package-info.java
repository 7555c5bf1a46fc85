/** The processes that are measured. */
@NullMarked
package viewstream.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
