/** What the service adds to an event: viewer, device, place. */
@NullMarked
package viewstream.ingestion.enrichment;

import org.jspecify.annotations.NullMarked;
