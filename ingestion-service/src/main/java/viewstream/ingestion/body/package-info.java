/** Request bodies: formats, limits, decompression, and how much of them is held at once. */
@NullMarked
package viewstream.ingestion.body;

import org.jspecify.annotations.NullMarked;
