/** The broker, and the barest of its clients: what the product is compared with. */
@NullMarked
package viewstream.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
