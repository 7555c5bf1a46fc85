/** What the product costs, suite by suite, each time beside a peer. */
@NullMarked
package viewstream.benchmarks;

import org.jspecify.annotations.NullMarked;
