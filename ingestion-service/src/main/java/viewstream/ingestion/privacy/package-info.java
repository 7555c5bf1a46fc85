/** The key that turns people into pseudonyms and hides what could not be read. */
@NullMarked
package viewstream.ingestion.privacy;

import org.jspecify.annotations.NullMarked;
