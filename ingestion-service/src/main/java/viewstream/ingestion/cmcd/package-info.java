/** Reports of players that speak CMCD (CTA-5004-B, event mode) and need no SDK. */
@NullMarked
package viewstream.ingestion.cmcd;

import org.jspecify.annotations.NullMarked;
