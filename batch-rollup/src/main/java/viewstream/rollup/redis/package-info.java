/** Redis: the lock that keeps rollups apart, and how far the stream is. */
@NullMarked
package viewstream.rollup.redis;

import org.jspecify.annotations.NullMarked;
