/** The way of one event from bytes to a record, step by step. */
@NullMarked
package viewstream.ingestion.pipeline;

import org.jspecify.annotations.NullMarked;
