@NullMarked
package viewstream.ingestion.http;

import org.jspecify.annotations.NullMarked;
