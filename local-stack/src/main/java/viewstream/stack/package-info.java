/** The whole fleet as child processes: real servers on this machine, without Docker. */
@NullMarked
package viewstream.stack;

import org.jspecify.annotations.NullMarked;
