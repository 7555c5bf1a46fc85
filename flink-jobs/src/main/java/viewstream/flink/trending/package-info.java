/** What is trending, per country and everywhere. */
@NullMarked
package viewstream.flink.trending;

import org.jspecify.annotations.NullMarked;
