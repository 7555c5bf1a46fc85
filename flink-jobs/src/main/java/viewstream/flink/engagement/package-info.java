/** Likes, comments and the rest, each counted once. */
@NullMarked
package viewstream.flink.engagement;

import org.jspecify.annotations.NullMarked;
