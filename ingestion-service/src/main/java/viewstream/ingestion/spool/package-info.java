/** A log on disk: what is in it survives this process until somebody else has it. */
@NullMarked
package viewstream.ingestion.spool;

import org.jspecify.annotations.NullMarked;
