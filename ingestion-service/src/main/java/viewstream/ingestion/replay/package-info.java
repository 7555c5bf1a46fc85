/** What would a rejected event have become? */
@NullMarked
package viewstream.ingestion.replay;

import org.jspecify.annotations.NullMarked;
