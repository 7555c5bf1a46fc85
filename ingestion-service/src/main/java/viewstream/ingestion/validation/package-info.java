/** What an event must be: ids, times, fields, and why it is rejected if it is not. */
@NullMarked
package viewstream.ingestion.validation;

import org.jspecify.annotations.NullMarked;
