/** The stores that rollups work on, for tests. */
@NullMarked
package viewstream.rollup.fleet;

import org.jspecify.annotations.NullMarked;
