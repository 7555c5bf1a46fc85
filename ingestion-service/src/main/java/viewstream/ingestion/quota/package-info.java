/** How much may a caller send? */
@NullMarked
package viewstream.ingestion.quota;

import org.jspecify.annotations.NullMarked;
