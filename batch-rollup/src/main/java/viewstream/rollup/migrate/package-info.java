/** Brings topics, schemas and tables up to date. */
@NullMarked
package viewstream.rollup.migrate;

import org.jspecify.annotations.NullMarked;
