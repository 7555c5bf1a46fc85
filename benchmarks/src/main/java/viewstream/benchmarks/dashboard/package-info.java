/** What answering costs. */
@NullMarked
package viewstream.benchmarks.dashboard;

import org.jspecify.annotations.NullMarked;
