/** The dashboard of a channel: totals, days, best videos, and the days before for comparison. */
@NullMarked
package viewstream.query.creator;

import org.jspecify.annotations.NullMarked;
