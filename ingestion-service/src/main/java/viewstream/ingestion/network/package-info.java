/** Addresses, the networks they belong to, and the proxies on their way. */
@NullMarked
package viewstream.ingestion.network;

import org.jspecify.annotations.NullMarked;
