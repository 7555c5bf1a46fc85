/** The Redis server of the stack. */
@NullMarked
package viewstream.stack.redis;

import org.jspecify.annotations.NullMarked;
