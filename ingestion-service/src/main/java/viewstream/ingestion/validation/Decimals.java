package viewstream.ingestion.validation;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads exact decimals: text such as {@code "12.34"}. A JSON number is refused, for on its way it
 * has been, or will be, a binary float that cannot hold a tenth.
 */
final class Decimals {
  /** Digits in all, as the stored type has them. */
  static final int PRECISION = 38;

  /** Digits behind the point. */
  static final int SCALE = 9;

  private static final int LONGEST = 64;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final String RULE =
      "a string such as \"12.34\", with at most 29 digits before and 9 behind the point";

  private Decimals() {}

  /**
   * The decimal in a field, with all places behind the point. It is what was sent, never rounded.
   *
   * @throws InvalidEventException if it is missing, no such text, or has more digits
   */
  static BigDecimal required(EventObject event, String field) {
    JsonNode value = event.value(field);
    if (value == null) {
      throw InvalidEventException.missing(field);
    }
    String text = value.isString() ? value.stringValue() : "";
    if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
      throw InvalidEventException.invalidField(field, RULE);
    }
    BigDecimal stripped = new BigDecimal(text).stripTrailingZeros();
    if (stripped.scale() > SCALE || stripped.precision() - stripped.scale() > PRECISION - SCALE) {
      throw InvalidEventException.invalidField(field, RULE);
    }
    return stripped.setScale(SCALE);
  }
}
