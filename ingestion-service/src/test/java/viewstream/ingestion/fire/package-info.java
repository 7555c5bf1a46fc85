/**
 * The service as a process of its own, under load, while what it needs is taken away: what it
 * acknowledged is compared with what is on the topics, id for id.
 */
@NullMarked
package viewstream.ingestion.fire;

import org.jspecify.annotations.NullMarked;
