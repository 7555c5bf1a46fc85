package viewstream.ingestion.warnings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong again and again.
 *
 * @param code of the rule that events broke
 * @param field at fault, if it is one field's
 * @param count events in the last 24 hours
 * @param first arrival among them
 * @param last arrival among them
 * @param message how to mend it; quotes nothing that was sent
 */
record Warning(
    String code, @Nullable String field, long count, Instant first, Instant last, String message) {}
