/** How new an answer is: what the stream's sinks have written, and when that is too old. */
@NullMarked
package viewstream.query.freshness;

import org.jspecify.annotations.NullMarked;
