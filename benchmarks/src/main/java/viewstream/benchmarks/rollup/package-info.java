/** What a day's exact figures cost. */
@NullMarked
package viewstream.benchmarks.rollup;

import org.jspecify.annotations.NullMarked;
