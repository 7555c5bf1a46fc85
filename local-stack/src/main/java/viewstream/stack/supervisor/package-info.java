/** The process that owns a fleet, and how other processes find it. */
@NullMarked
package viewstream.stack.supervisor;

import org.jspecify.annotations.NullMarked;
