/** The fleet under test, and its clock. */
@NullMarked
package viewstream.system.fleet;

import org.jspecify.annotations.NullMarked;
