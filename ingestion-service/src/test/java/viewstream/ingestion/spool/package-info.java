/** The log on disk, on disks that fail. */
@NullMarked
package viewstream.ingestion.spool;

import org.jspecify.annotations.NullMarked;
