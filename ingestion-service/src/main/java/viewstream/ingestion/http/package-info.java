/** What all endpoints share: problem replies and cross-origin calls. */
@NullMarked
package viewstream.ingestion.http;

import org.jspecify.annotations.NullMarked;
