/** What is kept of a rejected event. */
@NullMarked
package viewstream.ingestion.rejection;

import org.jspecify.annotations.NullMarked;
