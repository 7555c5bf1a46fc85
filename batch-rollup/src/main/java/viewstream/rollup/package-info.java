/** The operators' command line. */
@NullMarked
package viewstream.rollup;

import org.jspecify.annotations.NullMarked;
