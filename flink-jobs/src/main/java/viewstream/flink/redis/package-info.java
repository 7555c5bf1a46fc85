/** Versioned values and progress in Redis. */
@NullMarked
package viewstream.flink.redis;

import org.jspecify.annotations.NullMarked;
