package viewstream.ingestion.validation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an event, each read by its rule. JSON {@code null} counts as absent. All readers
 * throw {@link InvalidEventException} when a value breaks the rule.
 */
public final class EventObject {
  /** No fields at all. */
  public static final EventObject EMPTY = new EventObject(new ObjectNode(JsonNodeFactory.instance));

  /** {@link UUID#fromString} takes groups of any length. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final ObjectNode fields;
  private final @Nullable EventObject shared;

  public EventObject(ObjectNode fields) {
    this(fields, null);
  }

  private EventObject(ObjectNode fields, @Nullable EventObject shared) {
    this.fields = fields;
    this.shared = shared;
  }

  /** This event's fields, and where it has none, those that it shares with its batch. */
  public EventObject over(EventObject batch) {
    return new EventObject(fields, batch);
  }

  /** This event's own fields as JSON. */
  public String json() {
    return fields.toString();
  }

  /** Whether it has no fields of its own. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The raw value, or null if it is absent. */
  public @Nullable JsonNode value(String field) {
    JsonNode value = fields.get(field);
    if (value != null && !value.isNull()) {
      return value;
    }
    return shared == null ? null : shared.value(field);
  }

  /** Its own fields in their order, whatever they are. */
  public Set<Map.Entry<String, JsonNode>> properties() {
    return fields.properties();
  }

  /** Any text. */
  public @Nullable String text(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw InvalidEventException.invalidField(field, "a string");
    }
    return value.stringValue();
  }

  /** A text of at most {@code longest} characters; a number, as error codes often are, is text. */
  public @Nullable String label(String field, int longest) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    String label = value.isNumber() ? value.asString() : text(field);
    if (label != null && label.codePointCount(0, label.length()) > longest) {
      throw InvalidEventException.invalidField(field, "at most " + longest + " characters long");
    }
    return label;
  }

  /** An id of the contract's form. */
  public @Nullable String id(String field) {
    String id = text(field);
    if (id != null && !Ids.valid(id)) {
      throw InvalidEventException.invalidField(field, Ids.RULE);
    }
    return id;
  }

  /** An id that must be there. */
  public String requiredId(String field) {
    String id = id(field);
    if (id == null) {
      throw InvalidEventException.missing(field);
    }
    return id;
  }

  /** A UUID in its text form of 36 characters. */
  public @Nullable UUID uuid(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    if (!UUID_TEXT.matcher(text).matches()) {
      throw InvalidEventException.invalidField(field, "a UUID of 36 characters, or left out");
    }
    return UUID.fromString(text);
  }

  /** A truth value. */
  public @Nullable Boolean flag(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw InvalidEventException.invalidField(field, "true or false");
    }
    return value.booleanValue();
  }

  /** A number from 0 to {@code max}; fractions are kept. */
  public @Nullable Double number(String field, double max) {
    JsonNode value = value(field);
    return value == null ? null : number(value, field, max);
  }

  /**
   * A whole number from 0 to {@code max}; fractions, as browsers' clocks give them, are rounded.
   */
  public @Nullable Long whole(String field, long max) {
    Double number = number(field, max);
    return number == null ? null : Math.round(number);
  }

  static double number(JsonNode value, String field, double max) {
    double number = value.isNumber() ? value.doubleValue(Double.NaN) : Double.NaN;
    if (!(number >= 0 && number <= max)) {
      throw InvalidEventException.invalidField(field, "a number from 0 to " + (long) max);
    }
    return number;
  }
}
