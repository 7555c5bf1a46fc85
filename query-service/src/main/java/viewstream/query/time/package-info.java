/** Which time is asked for: ranges, time zones, and the steps of a time series. */
@NullMarked
package viewstream.query.time;

import org.jspecify.annotations.NullMarked;
