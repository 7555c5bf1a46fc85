/** The public view counter. */
@NullMarked
package viewstream.query.counter;

import org.jspecify.annotations.NullMarked;
