/** One day, rolled. */
@NullMarked
package viewstream.rollup.day;

import org.jspecify.annotations.NullMarked;
