/** The commands of {@code ./viewstream}. */
@NullMarked
package viewstream.stack.cli;

import org.jspecify.annotations.NullMarked;
