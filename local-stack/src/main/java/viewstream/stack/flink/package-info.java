/**
 * A Flink cluster of one JobManager and one TaskManager, and the job that is kept running on it.
 */
@NullMarked
package viewstream.stack.flink;

import org.jspecify.annotations.NullMarked;
