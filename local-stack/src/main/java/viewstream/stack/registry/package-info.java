/** The schema registry of the stack. */
@NullMarked
package viewstream.stack.registry;

import org.jspecify.annotations.NullMarked;
