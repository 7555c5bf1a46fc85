/** What the service counts and times. */
@NullMarked
package viewstream.ingestion.metrics;

import org.jspecify.annotations.NullMarked;
