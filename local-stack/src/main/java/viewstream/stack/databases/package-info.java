/** What the ingestion service looks addresses and user agents up in. */
@NullMarked
package viewstream.stack.databases;

import org.jspecify.annotations.NullMarked;
