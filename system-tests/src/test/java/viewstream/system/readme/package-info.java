/** Runs the commands that the README shows. */
@NullMarked
package viewstream.system.readme;

import org.jspecify.annotations.NullMarked;
