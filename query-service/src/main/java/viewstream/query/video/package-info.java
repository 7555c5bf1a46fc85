/** The figures of one video over a range. */
@NullMarked
package viewstream.query.video;

import org.jspecify.annotations.NullMarked;
