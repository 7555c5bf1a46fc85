/** The endpoints that take events: beacon, batch and single. */
@NullMarked
package viewstream.ingestion.events;

import org.jspecify.annotations.NullMarked;
