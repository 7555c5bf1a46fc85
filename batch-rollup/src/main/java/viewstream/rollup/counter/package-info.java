/** The base of the public counters. */
@NullMarked
package viewstream.rollup.counter;

import org.jspecify.annotations.NullMarked;
