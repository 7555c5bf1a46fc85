/** Keys and tokens of one stack. */
@NullMarked
package viewstream.stack.access;

import org.jspecify.annotations.NullMarked;
