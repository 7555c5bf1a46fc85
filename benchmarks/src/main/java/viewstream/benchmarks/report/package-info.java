/** What is said of the results, to readers and to machines. */
@NullMarked
package viewstream.benchmarks.report;

import org.jspecify.annotations.NullMarked;
