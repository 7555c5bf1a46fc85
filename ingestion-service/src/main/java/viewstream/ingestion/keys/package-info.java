/** Who may report: write keys, secret keys and anonymous callers. */
@NullMarked
package viewstream.ingestion.keys;

import org.jspecify.annotations.NullMarked;
