/**
 * Interleaved ratio benchmarks: two sides take turns, and what every process spends is told apart.
 */
@NullMarked
package viewstream.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
