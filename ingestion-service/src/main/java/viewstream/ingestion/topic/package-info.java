/** How are topics read and written beside the way of the events? */
@NullMarked
package viewstream.ingestion.topic;

import org.jspecify.annotations.NullMarked;
