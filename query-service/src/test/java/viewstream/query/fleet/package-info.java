/** The service on real stores, and what tests need to talk to both. */
@NullMarked
package viewstream.query.fleet;

import org.jspecify.annotations.NullMarked;
