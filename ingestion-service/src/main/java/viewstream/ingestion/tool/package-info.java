/** What can operators do from a command line? */
@NullMarked
package viewstream.ingestion.tool;

import org.jspecify.annotations.NullMarked;
