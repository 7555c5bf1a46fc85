/** Names of all metrics of this service. */
@NullMarked
package viewstream.query.observability;

import org.jspecify.annotations.NullMarked;
