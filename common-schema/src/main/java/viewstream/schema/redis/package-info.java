/** The names of the Redis keys, and what lies under them. */
@NullMarked
package viewstream.schema.redis;

import org.jspecify.annotations.NullMarked;
