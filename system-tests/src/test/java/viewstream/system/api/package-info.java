/** What a client of the services needs: JSON, tokens and the two HTTP interfaces. */
@NullMarked
package viewstream.system.api;

import org.jspecify.annotations.NullMarked;
