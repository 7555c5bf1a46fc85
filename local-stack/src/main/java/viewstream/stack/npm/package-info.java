/** Files that come from npm packages, fetched once into the user's cache. */
@NullMarked
package viewstream.stack.npm;

import org.jspecify.annotations.NullMarked;
