/**
 * What is measured: the one list of metrics and dimensions that everything else is derived from.
 */
@NullMarked
package viewstream.query.metric;

import org.jspecify.annotations.NullMarked;
