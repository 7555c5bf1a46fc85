/** Finished replies as bytes: local, then shared, then one flight to the store. */
@NullMarked
package viewstream.query.cache;

import org.jspecify.annotations.NullMarked;
