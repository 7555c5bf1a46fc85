/** The product's own services and tools, run from their jars. */
@NullMarked
package viewstream.stack.service;

import org.jspecify.annotations.NullMarked;
