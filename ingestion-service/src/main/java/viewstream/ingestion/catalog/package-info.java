/** The endpoints that name videos and channels. */
@NullMarked
package viewstream.ingestion.catalog;

import org.jspecify.annotations.NullMarked;
