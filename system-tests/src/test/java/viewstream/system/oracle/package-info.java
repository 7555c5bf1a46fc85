/**
 * What the figures must be, recomputed from the acknowledged events and the written contract alone.
 */
@NullMarked
package viewstream.system.oracle;

import org.jspecify.annotations.NullMarked;
