/** Ports of this machine: which are free, which are whose, and whether somebody answers. */
@NullMarked
package viewstream.stack.network;

import org.jspecify.annotations.NullMarked;
