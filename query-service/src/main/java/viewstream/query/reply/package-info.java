/** How a computed answer becomes a reply: cached, checked for its owner, and told how new it is. */
@NullMarked
package viewstream.query.reply;

import org.jspecify.annotations.NullMarked;
