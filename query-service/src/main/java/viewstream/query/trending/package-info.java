/** What is trending: the stream's lists, with the catalogue's names beside them. */
@NullMarked
package viewstream.query.trending;

import org.jspecify.annotations.NullMarked;
