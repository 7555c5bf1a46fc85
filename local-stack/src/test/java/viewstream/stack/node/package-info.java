/** Programs for Node that tests run as outsiders of the product. */
@NullMarked
package viewstream.stack.node;

import org.jspecify.annotations.NullMarked;
