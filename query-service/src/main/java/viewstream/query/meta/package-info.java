/** What can be asked: metrics and dimensions. */
@NullMarked
package viewstream.query.meta;

import org.jspecify.annotations.NullMarked;
