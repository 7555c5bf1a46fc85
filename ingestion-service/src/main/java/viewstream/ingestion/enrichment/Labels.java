package viewstream.ingestion.enrichment;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.validation.EventObject;

/** Reads labels of the context: what cannot be used is {@code unknown}, never an error. */
final class Labels {
  static final String UNKNOWN = "unknown";
  static final int LONGEST = 64;

  private Labels() {}

  /** One of a fixed set of lower-case labels. */
  static String oneOf(Set<String> known, EventObject context, String field) {
    String label = text(context.value(field), LONGEST).toLowerCase(Locale.ROOT);
    return known.contains(label) ? label : UNKNOWN;
  }

  /** A free label. */
  static String free(EventObject context, String field) {
    return text(context.value(field), LONGEST);
  }

  /** A printable text that is not too long. */
  static String text(@Nullable JsonNode value, int longest) {
    if (value == null || !value.isString()) {
      return UNKNOWN;
    }
    String text = value.stringValue().strip();
    boolean usable =
        !text.isEmpty()
            && text.length() <= longest
            && text.chars().noneMatch(Character::isISOControl);
    return usable ? text : UNKNOWN;
  }
}
