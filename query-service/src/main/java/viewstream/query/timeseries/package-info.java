/** The figures of one video, step by step. */
@NullMarked
package viewstream.query.timeseries;

import org.jspecify.annotations.NullMarked;
