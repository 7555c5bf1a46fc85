/** What computing the figures costs. */
@NullMarked
package viewstream.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
