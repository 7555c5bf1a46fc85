@NullMarked
package viewstream.ingestion.cmcd;

import org.jspecify.annotations.NullMarked;
