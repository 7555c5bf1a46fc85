/** What a player reports, made into what counts: duplicates, watch-time cap, milestones. */
@NullMarked
package viewstream.flink.tracking;

import org.jspecify.annotations.NullMarked;
