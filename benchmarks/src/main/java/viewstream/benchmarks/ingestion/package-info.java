/** What taking an event costs. */
@NullMarked
package viewstream.benchmarks.ingestion;

import org.jspecify.annotations.NullMarked;
