/** What an event costs on its whole way, and where. */
@NullMarked
package viewstream.benchmarks.path;

import org.jspecify.annotations.NullMarked;
