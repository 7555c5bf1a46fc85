/** Who is asking: bearer tokens, and which channels they may see. */
@NullMarked
package viewstream.query.security;

import org.jspecify.annotations.NullMarked;
