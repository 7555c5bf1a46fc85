/** Holds the answers of the query service against what they must be. */
@NullMarked
package viewstream.system.audit;

import org.jspecify.annotations.NullMarked;
