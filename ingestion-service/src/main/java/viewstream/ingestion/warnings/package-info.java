/** What goes wrong with the events of a key? */
@NullMarked
package viewstream.ingestion.warnings;

import org.jspecify.annotations.NullMarked;
