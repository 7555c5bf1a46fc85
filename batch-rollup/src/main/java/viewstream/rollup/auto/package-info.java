/** The days that are due, rolled. */
@NullMarked
package viewstream.rollup.auto;

import org.jspecify.annotations.NullMarked;
