/** Harm that tests do to a fleet, and witnesses that it was felt. */
@NullMarked
package viewstream.system.harm;

import org.jspecify.annotations.NullMarked;
