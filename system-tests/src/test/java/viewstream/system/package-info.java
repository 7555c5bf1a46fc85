/** What the whole fleet must do, each test a promise to its users. */
@NullMarked
package viewstream.system;

import org.jspecify.annotations.NullMarked;
