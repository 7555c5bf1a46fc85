/** What keeping an event costs. */
@NullMarked
package viewstream.benchmarks.disk;

import org.jspecify.annotations.NullMarked;
