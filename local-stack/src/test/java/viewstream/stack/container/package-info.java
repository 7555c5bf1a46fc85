/**
 * Servers for tests: in containers where Docker answers, as processes of the local stack otherwise.
 */
@NullMarked
package viewstream.stack.container;

import org.jspecify.annotations.NullMarked;
