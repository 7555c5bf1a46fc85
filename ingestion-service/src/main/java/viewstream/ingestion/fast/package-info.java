/**
 * From a body's bytes to Avro's bytes with no object per event. It never says no: whatever it is
 * not sure of is left to the pipeline, which knows all rules and all reasons.
 */
@NullMarked
package viewstream.ingestion.fast;

import org.jspecify.annotations.NullMarked;
