/** The catalogue, copied to where queries join it. */
@NullMarked
package viewstream.flink.catalog;

import org.jspecify.annotations.NullMarked;
